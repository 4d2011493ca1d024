/** The parts of the local stack: six services and their infrastructure, with ports and environment variables. */
@NullMarked
package dev.ashlar.localstack.stack;

import org.jspecify.annotations.NullMarked;
