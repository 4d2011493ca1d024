/** Object storage with the S3 protocol. */
@NullMarked
package dev.ashlar.pictures.storage;

import org.jspecify.annotations.NullMarked;
