package dev.ashlar.localstack.terminal;

/** The few colours in use, as SGR codes of ECMA-48. */
public enum Colour {

    RED(31), GREEN(32), YELLOW(33), GREY(90);

    static final String END = "\033[0m";

    private final int code;

    Colour(int code) {
        this.code = code;
    }

    String start() {
        return "\033[" + code + "m";
    }
}
