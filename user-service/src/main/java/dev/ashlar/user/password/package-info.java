/** Which passwords are good enough, and how they are hashed. */
@NullMarked
package dev.ashlar.user.password;

import org.jspecify.annotations.NullMarked;
