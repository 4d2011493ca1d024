package dev.ashlar.gateway.console;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A file of the page.
 *
 * @param name contains the hash, so a changed file has another name
 * @param hash of the content
 */
record Asset(String name, String hash, String type, byte[] body) {

    private static final Map<String, String> TYPES = Map.of("css", "text/css;charset=utf-8", "html",
            "text/html;charset=utf-8", "js", "text/javascript;charset=utf-8", "svg", "image/svg+xml");
    private static final int HASH_LENGTH = 12;

    /** @param path of the source, such as {@code shop/cart.js} */
    static Asset of(String path, String text) {
        var file = path.substring(path.lastIndexOf('/') + 1);
        var dot = file.lastIndexOf('.');
        var extension = file.substring(dot + 1);
        var type = TYPES.get(extension);
        if (type == null) {
            throw new IllegalStateException("The console has no content type for " + path);
        }
        var body = text.getBytes(StandardCharsets.UTF_8);
        var hash = DigestUtils.sha256Hex(body).substring(0, HASH_LENGTH);
        var name = file.substring(0, dot) + "." + hash + "." + extension;
        return new Asset(name, hash, type, body);
    }
}
