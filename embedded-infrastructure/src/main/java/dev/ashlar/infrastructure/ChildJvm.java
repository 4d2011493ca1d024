package dev.ashlar.infrastructure;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What a server in a JVM of its own is started with. */
final class ChildJvm {

    /**
     * The variable that the JVM reads its class path from; as an argument, it would drown all others in a process
     * list.
     */
    static final String CLASS_PATH = "CLASSPATH";

    private ChildJvm() {}

    /** The JVM that this one is. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The jars of the servers. They are not on this JVM's class path; the build has written down where they are. */
    static String servers() throws IOException {
        try (var resource = ChildJvm.class.getResourceAsStream("/servers.classpath")) {
            if (resource == null) {
                throw new FileNotFoundException(
                        "No servers.classpath: Maven writes it when it builds embedded-infrastructure");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    /** The jar or folder that this class came from. */
    static String thisModule() {
        try {
            return Path.of(ChildJvm.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
