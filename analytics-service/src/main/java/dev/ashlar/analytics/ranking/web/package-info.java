/** The ranking over HTTP. */
@NullMarked
package dev.ashlar.analytics.ranking.web;

import org.jspecify.annotations.NullMarked;
