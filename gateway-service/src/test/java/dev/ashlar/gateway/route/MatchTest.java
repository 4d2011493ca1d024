package dev.ashlar.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class MatchTest {

    @ParameterizedTest
    @CsvSource({"*.example.com, shop.example.com, true", "*.example.com, a.b.EXAMPLE.com, true",
            "*.example.com, example.com, false", "*.example.com, badexample.com, false",
            "shop.example, Shop.example, true",
            "shop.example, other.example, false"})
    void comparesTheHost(String expected, String host, boolean allowed) {
        var request = new MockHttpServletRequest();
        request.setServerName(host);

        assertThat(new Match(List.of(), expected, Set.of(), Map.of(), Map.of(), Map.of()).allows(request))
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"gold, gold, true", "gold, silver, false", "gold, , false", "*, silver, true", "*, , false"})
    void comparesHeadersCookiesAndQuery(String expected, String found, boolean allowed) {
        var one = Map.of("tier", expected);
        var request = new MockHttpServletRequest();
        if (found != null) {
            request.addHeader("Tier", found);
            request.setCookies(new Cookie("tier", found));
            request.setQueryString("a=b&tier=" + found);
        }

        assertThat(new Match(List.of(), null, Set.of(), one, Map.of(), Map.of()).allows(request)).isEqualTo(allowed);
        assertThat(new Match(List.of(), null, Set.of(), Map.of(), one, Map.of()).allows(request)).isEqualTo(allowed);
        assertThat(new Match(List.of(), null, Set.of(), Map.of(), Map.of(), one).allows(request)).isEqualTo(allowed);
    }

    @Test
    void needsEachCondition() {
        var match = new Match(List.of(), null, Set.of("GET"), Map.of("X-Canary", "true"), Map.of(), Map.of());
        var request = new MockHttpServletRequest("GET", "/");

        assertThat(match.allows(request)).isFalse();
        request.addHeader("X-Canary", "true");
        assertThat(match.allows(request)).isTrue();
        request.setMethod("POST");
        assertThat(match.allows(request)).isFalse();
    }

    @Test
    void splitsRequestsByWeight() {
        var rare = new Action.Share("stock", "v2", 5);
        var split = new Action.Forward(List.of(new Action.Share("stock", "v1", 95), rare));

        var count = IntStream.range(0, 100_000).filter(_ -> split.choose() == rare).count();

        assertThat(count).isBetween(4_500L, 5_500L);
    }
}
