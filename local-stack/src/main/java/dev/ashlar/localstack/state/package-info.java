/** What is remembered below {@code .ashlar/} between two commands: which process runs, and the secrets of the installation. */
@NullMarked
package dev.ashlar.localstack.state;

import org.jspecify.annotations.NullMarked;
