/** The paths that need no access token. */
@NullMarked
package dev.ashlar.user.web;

import org.jspecify.annotations.NullMarked;
