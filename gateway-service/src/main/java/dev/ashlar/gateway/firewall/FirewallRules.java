package dev.ashlar.gateway.firewall;

import java.util.List;

/** All rules in the order of their evaluation. The first match in the mode {@code block} decides. */
final class FirewallRules {

    /** The temporary block has no predicate of its own. {@link BlockedClients} decides. */
    static final String DOS_PROTECTION = "dos-protection";

    static final List<FirewallRule> ALL = List.of(MethodRules.METHOD, PathRules.TRAVERSAL_PATH, PathRules.ENCODING,
            ScannerRules.AGENT, ScannerRules.PATH, BoundsRules.HEADERS, BoundsRules.PARAMETERS,
            BoundsRules.CONTENT_TYPE, InjectionRules.RESPONSE, InjectionRules.FILE_ACCESS, InjectionRules.SHELL,
            InjectionRules.SCRIPT, InjectionRules.STATEMENT, InjectionRules.EXPRESSION);

    private FirewallRules() {}
}
