package dev.ashlar.gateway.firewall;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The effect of a rule. */
enum FirewallMode {
    /** The rule is not evaluated. */
    @JsonProperty("off")
    OFF,
    /** A match is counted and logged. */
    @JsonProperty("log")
    LOG,
    /** A match is counted and logged, and the request is refused. */
    @JsonProperty("block")
    BLOCK
}
