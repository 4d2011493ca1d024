/** Sessions: started by a log-in, continued by refresh tokens, revoked at once in every service (ADR 10). */
@NullMarked
package dev.ashlar.user.session;

import org.jspecify.annotations.NullMarked;
