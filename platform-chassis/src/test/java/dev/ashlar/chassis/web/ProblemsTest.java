package dev.ashlar.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {

    @ParameterizedTest
    @CsvSource({"/api/v1/users,/api/v1/users", "/a%20b,/a%20b", "/%zz,/%25zz", "/{id},/%7Bid%7D", "/a b,/a%20b",
            "/é,/é", "//evil.example/a,/evil.example/a", "///a,/a", "'',/", "*,/*", "/a|b,/a%7Cb", "/a\\b,/a%5Cb",
            "http://evil.example,/http://evil.example", "/a?b,/a?b", "/%,/%25"})
    void turnsEachTargetIntoAPath(String target, String instance) {
        assertThat(Problems.path(target)).hasToString(instance);
    }

    @Test
    void turnsRandomTargetsIntoPaths() {
        for (var seed = 0; seed < 1_000; seed++) {
            var random = new Random(seed);
            var target = random.ints(random.nextInt(40), 0, random.nextBoolean() ? 0x80 : 0x10FFFF)
                    .mapToObj(Character::toString).collect(Collectors.joining());

            var path = Problems.path("/" + target);

            assertThat(path.toString()).as("seed %d", seed).startsWith("/").doesNotStartWith("//");
            assertThat(path.getScheme()).isNull();
            assertThat(path.getHost()).isNull();
        }
    }
}
