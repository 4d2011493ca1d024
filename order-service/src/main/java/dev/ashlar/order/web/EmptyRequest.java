package dev.ashlar.order.web;

/** A body without fields: {@code {}}. */
record EmptyRequest() {}
