/** Pictures that clients upload: checked, encoded again, kept in object storage, and served (ADR 56). */
@NullMarked
package dev.ashlar.pictures;

import org.jspecify.annotations.NullMarked;
