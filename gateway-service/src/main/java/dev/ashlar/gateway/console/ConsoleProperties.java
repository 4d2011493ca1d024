package dev.ashlar.gateway.console;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param supervisor the origin of the local stack's supervisor, which the page may call; empty elsewhere
 * @param libraries the version of each library of the page, by the name of its WebJar
 */
@Validated
@ConfigurationProperties("ashlar.console")
record ConsoleProperties(
        @DefaultValue("") @Pattern(regexp = "|http://127\\.0\\.0\\.1:\\d{1,5}", message = "must be an origin such as http://127.0.0.1:23090") String supervisor,
        @NotEmpty Map<String, String> libraries) {}
