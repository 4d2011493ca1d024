package dev.ashlar.process;

/** The arguments of a command are invalid; the message says why. The exit code is 2. */
public final class Misuse extends IllegalArgumentException {

    public Misuse(String message) {
        super(message);
    }
}
