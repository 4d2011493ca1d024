package dev.ashlar.localstack.command;

import java.io.PrintStream;
import java.util.Map;

/**
 * The output streams of a command.
 *
 * @param interactive true if the output is a terminal, on which lines can be overwritten
 * @param colours true if the output may use colours; see no-color.org
 */
record Terminal(PrintStream out, PrintStream err, boolean interactive, boolean colours) {

    /** Only the script that started the JVM knows whether standard output is a terminal. It sets a system property. */
    static Terminal of(PrintStream out, PrintStream err, Map<String, String> environment) {
        var interactive = Boolean.getBoolean("ashlar.terminal") && !"dumb".equals(environment.get("TERM"));
        return new Terminal(out, err, interactive, interactive && environment.getOrDefault("NO_COLOR", "").isEmpty());
    }

    String paint(Colour colour, String text) {
        return colours ? "\033[%dm%s\033[0m".formatted(colour.code, text) : text;
    }

    /** The colours in use, as SGR codes of ECMA-48. */
    enum Colour {

        RED(31), GREEN(32), YELLOW(33), GREY(90);

        private final int code;

        Colour(int code) {
            this.code = code;
        }
    }
}
