package dev.ashlar.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of this repository. */
public final class Repository {

    private static final Path ROOT = Path.of(System.getProperty("repository.root"));

    private Repository() {}

    public static String read(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static boolean has(String path) {
        return Files.exists(ROOT.resolve(path));
    }
}
