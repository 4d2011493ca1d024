/** Summary and sales over HTTP. */
@NullMarked
package dev.ashlar.analytics.sales.web;

import org.jspecify.annotations.NullMarked;
