package dev.ashlar.gateway.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.chassis.observability.Cause;
import dev.ashlar.gateway.route.RouteTable;
import dev.ashlar.gateway.upstream.UpstreamRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reads the configuration at the start, and reads the operator's file again when it changes. An error stops the start. After an error in
 * a changed file, the previous configuration stays in force.
 */
@Component
@EnableConfigurationProperties(RouteProperties.class)
final class ConfigurationLoader {

    private static final Logger log = LoggerFactory.getLogger(ConfigurationLoader.class);
    private static final String BUILT_IN = "gateway.yml";

    private final String extra;
    private final Environment environment;
    private final UpstreamRegistry upstreams;
    private final RouteTable routes;
    private String loaded = "";
    private boolean unreadable;

    ConfigurationLoader(RouteProperties properties, Environment environment, UpstreamRegistry upstreams,
            RouteTable routes) {
        this.extra = properties.extra();
        this.environment = environment;
        this.upstreams = upstreams;
        this.routes = routes;
        if (extra.isBlank()) {
            apply(List.of());
        } else {
            loaded = readFirst();
            apply(List.of(document(extra).parse(loaded)));
        }
    }

    private String readFirst() {
        try {
            return Files.readString(Path.of(extra));
        } catch (IOException e) {
            throw new ConfigurationRefused(extra, 1,
                    "The file can't be read (%s). Correct GATEWAY_EXTRA_ROUTES.".formatted(Cause.of(e)));
        }
    }

    @Scheduled(fixedDelay = 1_000)
    void reload() {
        if (extra.isBlank()) {
            return;
        }
        try {
            var text = Files.readString(Path.of(extra));
            unreadable = false;
            if (!text.equals(loaded)) {
                loaded = text; // an error is logged once
                apply(List.of(document(extra).parse(text)));
                log.atInfo().addKeyValue("file", extra).log("The changed routes are in force");
            }
        } catch (ConfigurationRefused e) {
            log.atError().addKeyValue("error", e.getMessage())
                    .log("The changed routes have an error: the previous configuration stays in force");
        } catch (IOException e) {
            if (!unreadable) {
                log.atWarn().addKeyValue("file", extra).addKeyValue("cause", Cause.of(e))
                        .log("The file with routes can't be read: the previous configuration stays in force");
            }
            unreadable = true;
        }
    }

    private void apply(List<Section> operators) {
        var configuration = ConfigurationReader.read(document(BUILT_IN).parse(builtIn()), operators);
        upstreams.apply(configuration.upstreams());
        routes.replace(configuration.routes());
    }

    private Document document(String name) {
        return new Document(name, environment::resolveRequiredPlaceholders);
    }

    private static String builtIn() {
        try (var in = new ClassPathResource(BUILT_IN).getInputStream()) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
