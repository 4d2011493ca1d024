/** The HTTP API of the ranking. */
@NullMarked
package dev.ashlar.analytics.ranking.web;

import org.jspecify.annotations.NullMarked;
