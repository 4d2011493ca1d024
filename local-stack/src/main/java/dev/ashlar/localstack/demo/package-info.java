/** The golden journey, narrated: {@code demo}. */
@NullMarked
package dev.ashlar.localstack.demo;

import org.jspecify.annotations.NullMarked;
