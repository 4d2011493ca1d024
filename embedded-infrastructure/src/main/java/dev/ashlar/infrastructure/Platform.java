package dev.ashlar.infrastructure;

/** The machine at hand, in the words that archives of binaries use. */
final class Platform {

    static final String OS = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";

    static final String ARCH = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";

    private Platform() {}
}
