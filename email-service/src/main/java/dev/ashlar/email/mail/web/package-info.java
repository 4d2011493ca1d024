/** The HTTP API for administrators to read mails. */
@NullMarked
package dev.ashlar.email.mail.web;

import org.jspecify.annotations.NullMarked;
