package dev.ashlar.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PsqlScriptTest {

    @Test
    void quotesLiteralsAndIdentifiers() {
        var script = new PsqlScript("ALTER ROLE :\"role\" PASSWORD :'password'");

        assertThat(script.with(Map.of("role", "a\"b", "password", "it's $1")))
                .isEqualTo("ALTER ROLE \"a\"\"b\" PASSWORD 'it''s $1'");
    }

    @Test
    void ignoresCasts() {
        assertThat(new PsqlScript("SELECT '1'::int").with(Map.of())).isEqualTo("SELECT '1'::int");
    }

    @Test
    void refusesAVariableWithoutValue() {
        assertThatThrownBy(() -> new PsqlScript("SELECT :'missing'").with(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("missing");
    }
}
