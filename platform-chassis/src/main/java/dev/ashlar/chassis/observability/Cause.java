package dev.ashlar.chassis.observability;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.spi.LoggingEventBuilder;

/** Describes why something failed, for the log, without personal data. */
public final class Cause {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@]+@[^\\s<>@]+");
    private static final Pattern BREAK = Pattern.compile("\\s*[\\r\\n].*", Pattern.DOTALL);
    private static final int LONGEST = 200;
    private static final int DEEPEST = 20;

    private Cause() {}

    /**
     * One line: class and message of the root cause, and the class of the exception itself. Only exceptions of networks and stores show
     * their message, because others may quote a client's input. E-mail addresses are masked.
     */
    public static String of(Throwable e) {
        var root = root(e);
        return name(root) + message(root) + (root == e ? "" : " (" + name(e) + ")");
    }

    private static String message(Throwable e) {
        return quotesNoInput(e) && e.getMessage() != null ? ": " + shown(e.getMessage()) : "";
    }

    /**
     * Adds the stack trace of an unexpected fault, down to its root cause, to a log line. It contains only those messages that
     * {@link #of} would show.
     */
    public static LoggingEventBuilder trace(LoggingEventBuilder line, Throwable e) {
        return line.setCause(new Trace(e, DEEPEST));
    }

    private static final class Trace extends Exception {

        Trace(Throwable e, int depth) {
            super(e.getClass().getName() + message(e),
                    e.getCause() == null || depth == 0 ? null : new Trace(e.getCause(), depth - 1));
            setStackTrace(e.getStackTrace());
        }
    }

    private static Throwable root(Throwable e) {
        var root = e;
        for (var depth = 0; root.getCause() != null && depth < DEEPEST; depth++) {
            root = root.getCause();
        }
        return root;
    }

    private static boolean quotesNoInput(Throwable root) {
        return root instanceof IOException && !root.getClass().getName().contains("jackson")
                || root instanceof SQLException sql && isAboutTheConnection(sql)
                || root instanceof TimeoutException || root instanceof NullPointerException
                || Stream.of("io.lettuce.core.", "io.netty.", "org.apache.kafka.common.errors.")
                        .anyMatch(root.getClass().getName()::startsWith);
    }

    /** SQLSTATE classes 08, 28, 53, 57 or no SQLSTATE: connections, passwords, resources, operators. Others may quote values. */
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
