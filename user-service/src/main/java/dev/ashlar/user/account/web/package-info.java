/** Accounts over HTTP. */
@NullMarked
package dev.ashlar.user.account.web;

import org.jspecify.annotations.NullMarked;
