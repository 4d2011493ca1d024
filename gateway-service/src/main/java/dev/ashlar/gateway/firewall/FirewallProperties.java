package dev.ashlar.gateway.firewall;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param modes the mode of each rule, by its id */
@Validated
@ConfigurationProperties("ashlar.firewall")
record FirewallProperties(@NotNull Map<String, FirewallMode> modes,
        @NotNull @Valid BlockedClientsLimits blockedClients) {

    /**
     * When a client address is blocked.
     *
     * @param refusals of the firewall to one address within the window
     * @param duration of the block
     * @param addresses the maximum number of addresses that the gateway remembers
     */
    record BlockedClientsLimits(@Min(1) int refusals, @NotNull @DurationMin(seconds = 1) Duration window,
            @NotNull @DurationMin(seconds = 1) Duration duration, @Min(1) @Max(1_000_000) int addresses) {}
}
