/** The response after too many failed log-ins. */
@NullMarked
package dev.ashlar.user.attempt.web;

import org.jspecify.annotations.NullMarked;
