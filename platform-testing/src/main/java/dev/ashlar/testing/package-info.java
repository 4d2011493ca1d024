/**
 * The basis of the tests of every service: real infrastructure behind one switch, an HTTP client, schemas of events and responses,
 * tokens, and the rules of the architecture.
 */
@NullMarked
package dev.ashlar.testing;

import org.jspecify.annotations.NullMarked;
