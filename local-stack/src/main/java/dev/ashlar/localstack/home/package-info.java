/** What is kept below {@code .ashlar/}: as little as possible, since the supervisor knows what runs. Whatever is broken is unknown. */
@NullMarked
package dev.ashlar.localstack.home;

import org.jspecify.annotations.NullMarked;
