package dev.ashlar.pictures.storage;

/** The object has no byte in the requested range. */
public final class RangeNotSatisfiable extends RuntimeException {

    RangeNotSatisfiable(Throwable cause) {
        super("The object has no byte in this range", cause);
    }
}
