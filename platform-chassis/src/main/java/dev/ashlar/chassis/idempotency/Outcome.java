package dev.ashlar.chassis.idempotency;

/** What came of a request under an idempotency key. */
public sealed interface Outcome {

    /** It was the first: it had its effect, and the answer is stored. */
    record Executed(Answer answer) implements Outcome {}

    /** It repeats an earlier one and had no effect. */
    record Replayed(Answer answer) implements Outcome {}

    /** The key belongs to another request. */
    record KeyReused() implements Outcome {}

    /** The first request under the key has not ended yet. */
    record StillRunning() implements Outcome {}
}
