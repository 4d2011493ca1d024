/** The request firewall: named rules that count, log or block requests (docs/edge/firewall.md). */
@NullMarked
package dev.ashlar.gateway.firewall;

import org.jspecify.annotations.NullMarked;
