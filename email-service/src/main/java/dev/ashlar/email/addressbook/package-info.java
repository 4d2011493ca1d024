/** The service's own copy of the users' e-mail addresses (ADR 2). */
@NullMarked
package dev.ashlar.email.addressbook;

import org.jspecify.annotations.NullMarked;
