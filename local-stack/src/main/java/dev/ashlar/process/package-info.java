/** One process of an operating system: start it, watch it, stop it, read its log. The JDK alone is needed. */
@NullMarked
package dev.ashlar.process;

import org.jspecify.annotations.NullMarked;
