/** The health of an instance: active checks, and the ejection of outliers. Pure state and one loop, with the time as a parameter. */
@NullMarked
package dev.ashlar.gateway.upstream.health;

import org.jspecify.annotations.NullMarked;
