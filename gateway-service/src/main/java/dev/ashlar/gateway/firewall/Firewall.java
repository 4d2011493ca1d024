package dev.ashlar.gateway.firewall;

import dev.ashlar.chassis.web.ClientAddress;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** Evaluates the rules that are not off. */
final class Firewall {

    private final ActiveRule dosProtection;
    private final List<Evaluated> rules;
    private final BlockedClients blocked;

    private record Evaluated(FirewallRule rule, ActiveRule active) {}

    /** @throws InvalidConfigurationPropertyValueException if the modes name an unknown rule or lack one */
    Firewall(FirewallProperties properties, BlockedClients blocked, MeterRegistry meters) {
        requireEachRule(properties);
        var modes = properties.modes();
        this.blocked = blocked;
        this.dosProtection = new ActiveRule(FirewallRules.DOS_PROTECTION,
                "A client whose requests the firewall refused too often (CRS 912)",
                Objects.requireNonNull(modes.get(FirewallRules.DOS_PROTECTION)), meters);
        this.rules = FirewallRules.ALL.stream().map(rule -> new Evaluated(rule, new ActiveRule(rule.id(),
                rule.description(), Objects.requireNonNull(modes.get(rule.id())), meters))).toList();
    }

    private static void requireEachRule(FirewallProperties properties) {
        var ids = new TreeSet<>(FirewallRules.ALL.stream().map(FirewallRule::id).toList());
        ids.add(FirewallRules.DOS_PROTECTION);
        if (!properties.modes().keySet().equals(ids)) {
            throw new InvalidConfigurationPropertyValueException("ashlar.firewall.modes",
                    new TreeSet<>(properties.modes().keySet()), "It must have a mode for each of " + ids + ".");
        }
    }

    /** @return null if the request may go on */
    @Nullable
    Refusal inspect(HttpServletRequest request) {
        var block = temporaryBlock(request);
        if (block != null) {
            return block;
        }
        var inspected = new InspectedRequest(request);
        for (var evaluated : rules) {
            if (matches(evaluated, inspected, request) && evaluated.active.blocks()) {
                return refuse(evaluated.rule.refusal(), request);
            }
        }
        return null;
    }

    /** Counts the matches of a request that the container has refused already. */
    void count(HttpServletRequest request) {
        var inspected = new InspectedRequest(request);
        rules.forEach(evaluated -> matches(evaluated, inspected, request));
    }

    private static boolean matches(Evaluated evaluated, InspectedRequest inspected, HttpServletRequest request) {
        var matches = !evaluated.active.isOff() && evaluated.rule.matches().test(inspected);
        if (matches) {
            evaluated.active.matched(request);
        }
        return matches;
    }

    /** Does not apply to the health endpoints, because a probe may have the address of a blocked client. */
    private @Nullable Refusal temporaryBlock(HttpServletRequest request) {
        if (dosProtection.isOff() || blocked.isEmpty() || request.getRequestURI().startsWith("/health")) {
            return null;
        }
        var seconds = blocked.secondsLeft(ClientAddress.of(request));
        if (seconds == 0) {
            return null;
        }
        dosProtection.matched(request);
        return dosProtection.blocks() ? Refusal.blocked(seconds) : null;
    }

    private Refusal refuse(Refusal refusal, HttpServletRequest request) {
        if (refusal.counts() && !dosProtection.isOff()) {
            blocked.refused(ClientAddress.of(request));
        }
        return refusal;
    }

    FirewallResponse response() {
        return new FirewallResponse(
                Stream.concat(Stream.of(dosProtection), rules.stream().map(Evaluated::active)).map(ActiveRule::response)
                        .toList());
    }
}
