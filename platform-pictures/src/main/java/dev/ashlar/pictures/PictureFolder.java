package dev.ashlar.pictures;

/**
 * Where a service keeps its pictures, and which of its rows point at them. Declare it as a bean. The URL of a picture is
 * {@code /media/NAME/HASH.EXTENSION}; the hash is the SHA-256 of the file.
 *
 * @param name such as {@code profiles}
 * @param table such as {@code users}
 * @param column holds URLs of pictures or null; it needs an index
 */
public record PictureFolder(String name, String table, String column) {

    /** The key of a file in object storage. */
    public String key(String file) {
        return "images/" + name + "/" + file;
    }

    public String url(String file) {
        return urlPrefix() + file;
    }

    String urlPrefix() {
        return "/media/" + name + "/";
    }

    /** The name of the file at the URL. */
    String file(String url) {
        return url.substring(urlPrefix().length());
    }

    static String thumbnail(String file) {
        return file.replace(".", "-320.");
    }
}
