package dev.ashlar.pictures.image;

/** The formats that the platform accepts and stores. */
public enum PictureFormat {

    PNG("png", "image/png"), JPEG("jpg", "image/jpeg");

    private final String extension;
    private final String contentType;

    PictureFormat(String extension, String contentType) {
        this.extension = extension;
        this.contentType = contentType;
    }

    public String extension() {
        return extension;
    }

    public String contentType() {
        return contentType;
    }
}
