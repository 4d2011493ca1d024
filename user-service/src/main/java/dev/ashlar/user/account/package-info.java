/** Accounts: registration, profile, credentials. */
@NullMarked
package dev.ashlar.user.account;

import org.jspecify.annotations.NullMarked;
