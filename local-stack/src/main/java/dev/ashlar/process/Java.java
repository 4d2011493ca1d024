package dev.ashlar.process;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Builds the command of a JVM. */
public final class Java {

    /** The executable of this JVM. */
    public static final String EXECUTABLE = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    /** Makes digits and words independent of the locale of the machine. */
    public static final List<String> LOCALE = List.of("-Duser.language=en", "-Duser.country=US", "-Duser.extensions=");
    /** The variable for the class path. As an argument it would hide the others in a process list. */
    public static final String CLASS_PATH = "CLASSPATH";

    private Java() {}

    /** The options of a JVM that starts quickly and uses little memory, which suits servers on a laptop. */
    public static List<String> command(List<String> options, List<String> mainWithArguments) {
        return Stream.of(List.of(EXECUTABLE, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"), options, LOCALE,
                mainWithArguments).flatMap(List::stream).toList();
    }

    /** The jars of the servers, from a list that the build has written. They are not on the class path of this JVM. */
    public static String servers() {
        return Resources.text("/servers.classpath").strip();
    }

    /** The jar of S3Proxy with all its libraries, some of which have other versions in {@link #servers}. */
    public static String s3Proxy() {
        return Resources.text("/s3proxy.classpath").strip();
    }

    /** The jar or folder of this class. */
    public static String thisModule() {
        try {
            return Path.of(Java.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
