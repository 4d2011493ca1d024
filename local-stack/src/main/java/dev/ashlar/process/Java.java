package dev.ashlar.process;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a JVM of its own is started with. */
public final class Java {

    /** The JVM that this one is. */
    public static final String EXECUTABLE = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    /** Digits and words are the same on every machine, whatever its locale. */
    public static final List<String> LOCALE = List.of("-Duser.language=en", "-Duser.country=US", "-Duser.extensions=");
    /** The variable that the JVM reads its class path from; as an argument, it would drown all others in a process list. */
    public static final String CLASS_PATH = "CLASSPATH";

    private Java() {}

    /** Of a JVM that starts quickly and stays small, in the place of a server that runs for weeks. */
    public static List<String> command(List<String> options, List<String> mainWithArguments) {
        return Stream.of(List.of(EXECUTABLE, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"), options, LOCALE,
                mainWithArguments).flatMap(List::stream).toList();
    }

    /** The jars of the servers. They are not on this JVM's class path; the build has written down where they are. */
    public static String servers() {
        return Resources.text("/servers.classpath").strip();
    }

    /** The jar or folder that this class came from. */
    public static String thisModule() {
        try {
            return Path.of(Java.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
