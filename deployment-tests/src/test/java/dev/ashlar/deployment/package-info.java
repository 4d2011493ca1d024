/** What containers and clusters are told, checked against each other and against the code. */
@NullMarked
package dev.ashlar.deployment;

import org.jspecify.annotations.NullMarked;
