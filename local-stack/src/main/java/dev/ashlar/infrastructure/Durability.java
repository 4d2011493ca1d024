package dev.ashlar.infrastructure;

/** What a power cut may cost. */
enum Durability {

    /** Nothing that was acknowledged. */
    DURABLE,
    /**
     * Everything: for tests, which start from nothing anyway, and which a sync to disk at each commit would slow
     * down.
     */
    THROWAWAY
}
