/** The rebuild over HTTP. */
@NullMarked
package dev.ashlar.analytics.rebuild.web;

import org.jspecify.annotations.NullMarked;
