/** Accounts, sessions, access tokens and their signing keys. */
@NullMarked
package dev.ashlar.user;

import org.jspecify.annotations.NullMarked;
