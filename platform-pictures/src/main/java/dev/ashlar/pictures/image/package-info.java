/** Checks uploaded files and encodes their pixels again. */
@NullMarked
package dev.ashlar.pictures.image;

import org.jspecify.annotations.NullMarked;
