package dev.ashlar.localstack.up;

import java.util.Locale;

import dev.ashlar.localstack.terminal.Colour;

/** What a process is about while the stack starts. */
enum Phase {

    WAITING, PREPARING, STARTING, READY, RUNS_ALREADY, FAILED;

    Colour colour() {
        return switch (this) {
            case WAITING -> Colour.GREY;
            case PREPARING, STARTING -> Colour.YELLOW;
            case READY, RUNS_ALREADY -> Colour.GREEN;
            case FAILED -> Colour.RED;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
