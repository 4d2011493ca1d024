/**
 * What the tests of every service stand on: real infrastructure behind one switch, the events' schemas, tokens, and
 * the rules of the architecture.
 */
@NullMarked
package dev.ashlar.testing;

import org.jspecify.annotations.NullMarked;
