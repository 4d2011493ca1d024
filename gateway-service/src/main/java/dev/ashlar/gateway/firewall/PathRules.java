package dev.ashlar.gateway.firewall;

/**
 * Paths that two servers could read differently. Tomcat and Spring Security refuse such paths even if these rules are off. The rules count
 * and log the refused paths.
 */
final class PathRules {

    private static final Words ENCODED = Words.of("%2f", "%5c", "%2e", "%25", "%00", "%0a", "%0d", "%3b", ";",
            "\\", "//", "/./");
    private static final Words TRAVERSAL = Words.of("/../", "/..;", "..%3b", "..\\", "..%5c", "..%2f", "%2e%2e",
            "/.%2e", "%2e./", "%252e");

    static final FirewallRule TRAVERSAL_PATH = new FirewallRule("attack-lfi-path-traversal",
            "A path that leaves its folder (CRS 930)",
            request -> request.isOfTheApi()
                    && (TRAVERSAL.occurIn(request.path()) || request.path().endsWith("/..")),
            Refusal.MALFORMED);

    static final FirewallRule ENCODING = new FirewallRule("protocol-enforcement-path",
            "A path with malformed, double or hidden encoding, or with empty segments (CRS 920)",
            request -> request.isOfTheApi() && (ENCODED.occurIn(request.path()) || isMalformed(request.path())),
            Refusal.MALFORMED);

    private PathRules() {}

    private static boolean isMalformed(String path) {
        for (var at = path.indexOf('%'); at >= 0; at = path.indexOf('%', at + 1)) {
            if (at + 2 >= path.length() || Character.digit(path.charAt(at + 1), 16) < 0
                    || Character.digit(path.charAt(at + 2), 16) < 0) {
                return true;
            }
        }
        return false;
    }
}
