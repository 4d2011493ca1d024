/** The service's own copy of who has which address (ADR 2). */
@NullMarked
package dev.ashlar.email.addressbook;

import org.jspecify.annotations.NullMarked;
