/** Room for bodies that are read ahead of whoever takes them (ADR 33). */
@NullMarked
package dev.ashlar.gateway.spool;

import org.jspecify.annotations.NullMarked;
