/** The rules for passwords, and their hashing. */
@NullMarked
package dev.ashlar.user.password;

import org.jspecify.annotations.NullMarked;
