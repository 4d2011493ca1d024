/** Sessions over HTTP. */
@NullMarked
package dev.ashlar.user.session.web;

import org.jspecify.annotations.NullMarked;
