package dev.ashlar.process;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Text files on the class path. */
public final class Resources {

    private Resources() {}

    /** @param name absolute name on the class path, such as {@code /services.txt} */
    public static String text(String name) {
        try (var resource = Resources.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new FileNotFoundException("%s is not on the class path: Maven puts it there".formatted(name));
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
