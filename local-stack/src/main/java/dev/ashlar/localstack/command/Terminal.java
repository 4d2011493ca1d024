package dev.ashlar.localstack.command;

import java.io.PrintStream;
import java.util.Map;

/**
 * Where output goes.
 *
 * @param interactive whether it is a screen, on which lines can be painted again
 * @param colours whether the reader wants colours; see no-color.org
 */
record Terminal(PrintStream out, PrintStream err, boolean interactive, boolean colours) {

    /** Only the script that started the JVM knows for sure whether standard output is a screen: it says so in a property. */
    static Terminal of(PrintStream out, PrintStream err, Map<String, String> environment) {
        var interactive = Boolean.getBoolean("ashlar.terminal") && !"dumb".equals(environment.get("TERM"));
        return new Terminal(out, err, interactive, interactive && environment.getOrDefault("NO_COLOR", "").isEmpty());
    }

    String paint(Colour colour, String text) {
        return colours ? "\033[%dm%s\033[0m".formatted(colour.code, text) : text;
    }

    /** The few colours in use, as SGR codes of ECMA-48. */
    enum Colour {

        RED(31), GREEN(32), YELLOW(33), GREY(90);

        private final int code;

        Colour(int code) {
            this.code = code;
        }
    }
}
