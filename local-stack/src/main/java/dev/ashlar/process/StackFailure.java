package dev.ashlar.process;

/** The command failed. The message is for people and needs no stack trace. The exit code is 1. */
public final class StackFailure extends RuntimeException {

    public StackFailure(String message) {
        super(message);
    }

    public StackFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
