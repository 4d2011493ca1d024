/**
 * The files below {@code .ashlar/}. There are few, since the supervisor knows which processes run. A broken file counts
 * as missing.
 */
@NullMarked
package dev.ashlar.localstack.home;

import org.jspecify.annotations.NullMarked;
