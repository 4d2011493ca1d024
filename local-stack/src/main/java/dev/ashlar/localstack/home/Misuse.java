package dev.ashlar.localstack.home;

/** The command makes no sense as it was given; the message tells why. The exit code is 2. */
public final class Misuse extends RuntimeException {

    public Misuse(String message) {
        super(message);
    }
}
