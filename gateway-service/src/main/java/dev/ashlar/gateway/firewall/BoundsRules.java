package dev.ashlar.gateway.firewall;

/** Unusual sizes and content types. Tomcat and the chassis refuse what exceeds the limits of the API. */
final class BoundsRules {

    static final int MAX_HEADERS = 64;
    private static final int MAX_PARAMETERS = 64;
    private static final int MAX_PARAMETER_LENGTH = 4_096;
    private static final Words FOREIGN_TYPES = Words.of("x-java-serialized-object", "application/xml", "text/xml",
            "+xml", "multipart/", "x-www-form-urlencoded", "application/x-httpd-php", "application/x-yaml");

    static final FirewallRule HEADERS = FirewallRule.forbidding("protocol-enforcement-headers",
            "More than 64 header fields (CRS 920)", InspectedRequest::hasManyHeaders);

    static final FirewallRule PARAMETERS = FirewallRule.forbidding("protocol-enforcement-parameters",
            "More than 64 query parameters, or a parameter longer than 4,096 characters (CRS 920)",
            request -> exceeds(request.query()));

    static final FirewallRule CONTENT_TYPE = FirewallRule.forbidding("protocol-enforcement-content-type",
            "A content type of forms, XML or serialized objects, which the API never reads (CRS 920)",
            request -> request.isOfTheApi() && FOREIGN_TYPES.occurIn(request.header("Content-Type")));

    private BoundsRules() {}

    private static boolean exceeds(String query) {
        var parameters = 1;
        var start = 0;
        for (var end = query.indexOf('&'); end >= 0; end = query.indexOf('&', start)) {
            if (++parameters > MAX_PARAMETERS || end - start > MAX_PARAMETER_LENGTH) {
                return true;
            }
            start = end + 1;
        }
        return query.length() - start > MAX_PARAMETER_LENGTH;
    }
}
