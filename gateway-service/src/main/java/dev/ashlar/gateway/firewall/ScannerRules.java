package dev.ashlar.gateway.firewall;

/** Vulnerability scanners, by their name and by the files that they look for. */
final class ScannerRules {

    private static final Words AGENTS = Words.of("sqlmap", "nikto", "nuclei", "masscan", "zgrab", "wpscan", "dirbuster",
            "gobuster", "feroxbuster", "acunetix", "openvas", "netsparker", "w3af", "havij", "arachni", "joomscan",
            "fimap", "nessus", "whatweb", "commix");
    private static final Words FILES = Words.of("/.env", "/.git/", "/.svn/", "/.aws/", "/.ssh/", "/.htaccess",
            "/.htpasswd", "/.ds_store", "/wp-login.php", "/wp-admin", "/wp-content/", "/xmlrpc.php", "/phpmyadmin",
            "/phpinfo", "/cgi-bin/", "/vendor/phpunit", "/server-status", "/actuator/", "/boaform", "/owa/auth",
            "/solr/admin", "/id_rsa", "/web-inf/");

    static final FirewallRule AGENT = FirewallRule.forbidding("scanner-detection-agent",
            "The User-Agent of a vulnerability scanner on a path of the API (CRS 913)",
            request -> request.isOfTheApi() && AGENTS.occurIn(request.header("User-Agent")));

    static final FirewallRule PATH = FirewallRule.forbidding("scanner-detection-path",
            "A file that scanners look for and this platform never has (CRS 913, 930)",
            request -> FILES.occurIn(request.path()));

    private ScannerRules() {}
}
