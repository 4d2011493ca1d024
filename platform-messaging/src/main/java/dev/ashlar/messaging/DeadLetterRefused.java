package dev.ashlar.messaging;

/** An operation on a dead letter that is not possible. */
public abstract sealed class DeadLetterRefused extends RuntimeException {

    DeadLetterRefused(String message) {
        super(message);
    }

    public static final class Unknown extends DeadLetterRefused {

        public Unknown() {
            super("There is no such dead letter.");
        }
    }

    /** The message names the state and is meant for the operator. */
    public static final class WrongState extends DeadLetterRefused {

        public WrongState(DeadLetter.State state) {
            super("The dead letter is " + state + ".");
        }
    }
}
