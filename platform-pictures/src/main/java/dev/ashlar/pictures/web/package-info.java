/** The public addresses of pictures, and the problems of uploads. */
@NullMarked
package dev.ashlar.pictures.web;

import org.jspecify.annotations.NullMarked;
