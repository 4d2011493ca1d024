package dev.ashlar.order.order;

/** There is no such order, or it is not the caller's. */
public final class UnknownOrder extends RuntimeException {}
