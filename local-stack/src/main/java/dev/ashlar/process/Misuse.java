package dev.ashlar.process;

/** The command makes no sense as it was given; the message tells why. The exit code is 2. */
public final class Misuse extends IllegalArgumentException {

    public Misuse(String message) {
        super(message);
    }
}
