/** The HTTP interface of accounts. */
@NullMarked
package dev.ashlar.user.account.web;

import org.jspecify.annotations.NullMarked;
