/** One operating-system process: start it, watch it, stop it, read its log. Needs only the JDK. */
@NullMarked
package dev.ashlar.process;

import org.jspecify.annotations.NullMarked;
