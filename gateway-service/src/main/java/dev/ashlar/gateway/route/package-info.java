/** The Layer-7 rules: which requests a route matches, and what happens to them. The first match decides (docs/edge.md). */
@NullMarked
package dev.ashlar.gateway.route;

import org.jspecify.annotations.NullMarked;
