/** The HTTP interface of sessions. */
@NullMarked
package dev.ashlar.user.session.web;

import org.jspecify.annotations.NullMarked;
