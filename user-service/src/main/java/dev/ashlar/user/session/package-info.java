/** Sessions: opened by a log-in, prolonged by refresh tokens, ended at once everywhere (ADR 10). */
@NullMarked
package dev.ashlar.user.session;

import org.jspecify.annotations.NullMarked;
