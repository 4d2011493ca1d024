/** A local certificate authority, for {@code up --tls}. */
@NullMarked
package dev.ashlar.localstack.tls;

import org.jspecify.annotations.NullMarked;
