/** The HTTP API of summary and sales. */
@NullMarked
package dev.ashlar.analytics.sales.web;

import org.jspecify.annotations.NullMarked;
