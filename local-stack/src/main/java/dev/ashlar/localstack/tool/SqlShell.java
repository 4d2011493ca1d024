package dev.ashlar.localstack.tool;

import java.io.IOException;
import java.util.stream.Stream;

import sqlline.SqlLine;

/**
 * Runs SQLLine, logged in. Arguments: {@code URL ROLE [ARGS]}. The password comes in a variable, so that no process list
 * shows it.
 */
final class SqlShell {

    private SqlShell() {}

    public static void main(String[] arguments) throws IOException {
        var login = Stream.of("-d", "org.postgresql.Driver", "-u", arguments[0], "-n", arguments[1], "-p",
                System.getenv("PGPASSWORD"));
        var more = Stream.of(arguments).skip(2).map(argument -> argument.equals("-c") ? "-e" : argument);
        SqlLine.main(Stream.of(login, ofAPipe(), more).flatMap(part -> part).toArray(String[]::new));
    }

    /** Without a terminal, SQLLine assumes a width of 0 characters and prints no values. These options set a width. */
    private static Stream<String> ofAPipe() {
        var console = System.console();
        if (console != null && console.isTerminal()) {
            return Stream.of();
        }
        System.setProperty("org.jline.terminal.dumb", "true"); // suppresses the warning
        return Stream.of("--silent=true", "--maxWidth=10000", "--maxColumnWidth=10000");
    }
}
