package dev.ashlar.gateway.firewall;

import java.util.function.Predicate;

/**
 * A rule without its mode.
 *
 * @param id named after a file of the OWASP Core Rule Set
 * @param description with the group of rules in the OWASP Core Rule Set
 * @param refusal the response in the mode {@code block}
 */
record FirewallRule(String id, String description, Predicate<InspectedRequest> matches, Refusal refusal) {

    /** A rule whose refusal is 403. */
    static FirewallRule forbidding(String id, String description, Predicate<InspectedRequest> matches) {
        return new FirewallRule(id, description, matches, Refusal.forbidden(id));
    }
}
