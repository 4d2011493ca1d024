package dev.ashlar.gateway.firewall;

/**
 * Signatures of injections in the decoded query. They are few and precise. A shop must accept texts such as {@code o'neil} or
 * {@code select or union}, so these rules only log by default. The services are safe without them, because they bind every value.
 */
final class InjectionRules {

    private static final Words FILES = Words.of("../../", "..\\..\\", "/etc/passwd", "/etc/shadow", "/proc/self/",
            "\\win.ini", "/boot.ini", "file:///", "php://");
    private static final Words COMMANDS = Words.of(";cat /", "; cat /", "|cat /", "| cat /", "`cat /", "$(cat /",
            "/bin/sh",
            "/bin/bash", "cmd.exe", "powershell -", "$(curl ", "$(wget ", ";wget ", "; wget ", ";curl ", "; curl ",
            "() { :;};", "${ifs}");
    private static final Words SCRIPTS = Words.of("<script", "</script", "javascript:", "<iframe", "<svg/onload",
            "<svg onload", "onerror=", "onmouseover=", "document.cookie", "<img src=x");
    private static final Words SQL = Words.of("union select ", "union all select ", "' or '1'='1", "' or 1=1",
            "\" or 1=1",
            " or 1=1--", "') or ('", "'; drop table", ";drop table", "; drop table", "'--", "sleep(", "pg_sleep(",
            "benchmark(", "waitfor delay", "information_schema.", "xp_cmdshell", "extractvalue(", "' and '1'='1");
    private static final Words JAVA = Words.of("${jndi:", "${lower:", "${upper:", "${env:", "${::-",
            "java.lang.runtime",
            "java.lang.processbuilder", "class.module.classloader", "t(java.lang.");
    private static final Words SPLITTING = Words.of("\r\nset-cookie:", "\nset-cookie:", "\r\nlocation:", "\nlocation:",
            "\r\ncontent-type:", "\r\ncontent-length:");

    static final FirewallRule FILE_ACCESS = signatures("attack-lfi-file-access",
            "A file of the operating system (CRS 930)",
            FILES);
    static final FirewallRule SHELL = signatures("attack-rce", "A command of a shell (CRS 932)", COMMANDS);
    static final FirewallRule SCRIPT = signatures("attack-xss", "Markup that runs a script (CRS 941)", SCRIPTS);
    static final FirewallRule STATEMENT = signatures("attack-sqli", "A part of an SQL statement (CRS 942)", SQL);
    static final FirewallRule RESPONSE = signatures("attack-protocol",
            "A line break that would split a response (CRS 921)",
            SPLITTING);

    /** Log4Shell attacks put the expression into any header that an application could log. */
    static final FirewallRule EXPRESSION = FirewallRule.forbidding("attack-java",
            "A look-up of Log4j or an expression that runs Java code (CRS 944)",
            request -> inQuery(request, JAVA) || inHeader(request, "User-Agent") || inHeader(request, "Referer")
                    || inHeader(request, "X-Api-Version"));

    private InjectionRules() {}

    private static FirewallRule signatures(String id, String description, Words words) {
        return FirewallRule.forbidding(id, description + " in the query", request -> inQuery(request, words));
    }

    private static boolean inQuery(InspectedRequest request, Words words) {
        return !request.query().isEmpty() && words.occurIn(request.decodedQuery());
    }

    private static boolean inHeader(InspectedRequest request, String name) {
        var value = request.header(name);
        return value.contains("${") && JAVA.occurIn(value);
    }
}
