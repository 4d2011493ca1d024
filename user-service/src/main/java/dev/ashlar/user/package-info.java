/** Who the users are and who of them is signed in. */
@NullMarked
package dev.ashlar.user;

import org.jspecify.annotations.NullMarked;
