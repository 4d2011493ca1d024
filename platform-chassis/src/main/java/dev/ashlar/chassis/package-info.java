/** Start-up defaults shared by every service. */
@NullMarked
package dev.ashlar.chassis;

import org.jspecify.annotations.NullMarked;
