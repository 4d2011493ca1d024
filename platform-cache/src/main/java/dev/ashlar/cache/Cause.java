package dev.ashlar.cache;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Why something failed, in one short line of a log. */
final class Cause {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@]+@[^\\s<>@]+");
    private static final Pattern BREAK = Pattern.compile("\\s*[\\r\\n].*", Pattern.DOTALL);
    private static final int LONGEST = 200;
    private static final int DEEPEST = 20;

    private Cause() {}

    /**
     * The class and the message of the root cause, then the class of the exception itself if it is another one. The message is left
     * out where it could quote what a caller sent: it is told of networks and stores only. E-mail addresses are masked.
     */
    static String of(Throwable e) {
        var root = root(e);
        return name(root) + message(root) + (root == e ? "" : " (" + name(e) + ")");
    }

    private static String message(Throwable e) {
        return tellsNoInput(e) && e.getMessage() != null ? ": " + shown(e.getMessage()) : "";
    }

    private static Throwable root(Throwable e) {
        var root = e;
        for (var depth = 0; root.getCause() != null && depth < DEEPEST; depth++) {
            root = root.getCause();
        }
        return root;
    }

    private static boolean tellsNoInput(Throwable root) {
        return root instanceof IOException && !root.getClass().getName().contains("jackson")
                || root instanceof SQLException sql && isAboutTheConnection(sql)
                || root instanceof TimeoutException || root instanceof NullPointerException
                || Stream.of("io.lettuce.core.", "io.netty.", "org.apache.kafka.common.errors.")
                        .anyMatch(root.getClass().getName()::startsWith);
    }

    /** Classes 08, 28, 53, 57 and no state at all: connections, passwords, resources, operators. Others may quote values. */
    private static boolean isAboutTheConnection(SQLException e) {
        return e.getSQLState() == null || Stream.of("08", "28", "53", "57").anyMatch(e.getSQLState()::startsWith);
    }

    private static String name(Throwable e) {
        var name = e.getClass().getSimpleName();
        return name.isEmpty() ? e.getClass().getName() : name;
    }

    private static String shown(String message) {
        var line = ADDRESS.matcher(BREAK.matcher(message).replaceFirst("")).replaceAll("…@…");
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
