/** What the person in front of the screen sees. */
@NullMarked
package dev.ashlar.localstack.terminal;

import org.jspecify.annotations.NullMarked;
