package dev.ashlar.order.order.web;

/** The body of a request that has nothing to say: none, or an empty object. */
record NoContent() {}
