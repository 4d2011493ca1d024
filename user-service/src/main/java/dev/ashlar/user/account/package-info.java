/** Accounts: registration, profile, password. */
@NullMarked
package dev.ashlar.user.account;

import org.jspecify.annotations.NullMarked;
