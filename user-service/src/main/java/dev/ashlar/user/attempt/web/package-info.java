/** What callers are told who have guessed too often. */
@NullMarked
package dev.ashlar.user.attempt.web;

import org.jspecify.annotations.NullMarked;
