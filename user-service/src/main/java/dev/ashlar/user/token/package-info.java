/** Access tokens and the keys that sign them (ADR 10). */
@NullMarked
package dev.ashlar.user.token;

import org.jspecify.annotations.NullMarked;
