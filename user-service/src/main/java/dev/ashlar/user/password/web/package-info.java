/** The response while too many passwords are being hashed. */
@NullMarked
package dev.ashlar.user.password.web;

import org.jspecify.annotations.NullMarked;
