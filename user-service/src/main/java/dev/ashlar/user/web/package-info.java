/** Which paths are open to whom. */
@NullMarked
package dev.ashlar.user.web;

import org.jspecify.annotations.NullMarked;
