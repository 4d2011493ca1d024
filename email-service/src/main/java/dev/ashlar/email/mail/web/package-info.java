/** What administrators see of the mails. */
@NullMarked
package dev.ashlar.email.mail.web;

import org.jspecify.annotations.NullMarked;
