package dev.ashlar.chassis.web;

/** A text that is not what it should be; the message says what that is, in words for the caller. */
final class MalformedValue extends IllegalArgumentException {

    MalformedValue(String expectation) {
        super(expectation);
    }
}
