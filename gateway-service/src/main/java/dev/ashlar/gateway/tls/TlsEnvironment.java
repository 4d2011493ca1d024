package dev.ashlar.gateway.tls;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Configures the server for TLS if {@code TLS_CERTIFICATE} is set: Spring Boot's SSL bundle, which reloads changed files, and HTTP/2. The
 * port without TLS becomes an additional one ({@link TlsConfiguration}).
 */
final class TlsEnvironment implements EnvironmentPostProcessor, Ordered {

    private static final String BUNDLE = "spring.ssl.bundle.pem.edge.";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var certificate = environment.getProperty(TlsFiles.CERTIFICATE, "");
        var key = environment.getProperty(TlsFiles.PRIVATE_KEY, "");
        if (certificate.isBlank() && key.isBlank()) {
            return;
        }
        if (certificate.isBlank() || key.isBlank()) {
            throw new TlsRefused("Only one of TLS_CERTIFICATE and TLS_PRIVATE_KEY is set.",
                    "Set both variables to PEM files, or none of them.");
        }
        var files = new TlsFiles(Path.of(certificate).toAbsolutePath(), Path.of(key).toAbsolutePath());
        files.check();
        environment.getPropertySources().addFirst(new MapPropertySource("tls", properties(environment, files)));
    }

    private static Map<String, Object> properties(ConfigurableEnvironment environment, TlsFiles files) {
        var properties = new HashMap<String, Object>();
        properties.put("ashlar.tls.enabled", true);
        properties.put("ashlar.tls.plain-port", environment.getProperty("server.port", "8080"));
        properties.put("server.port", environment.getProperty("TLS_PORT", "8443"));
        properties.put("server.ssl.bundle", "edge");
        properties.put("server.http2.enabled", true);
        properties.put("management.server.ssl.enabled", false);
        properties.put("spring.ssl.bundle.watch.file.quiet-period", "1s");
        properties.put(BUNDLE + "reload-on-update", true);
        properties.put(BUNDLE + "keystore.certificate", files.certificate().toUri().toString());
        properties.put(BUNDLE + "keystore.private-key", files.privateKey().toUri().toString());
        properties.put(BUNDLE + "options.enabled-protocols", "TLSv1.3,TLSv1.2");
        return properties;
    }

    /** After {@code application.yml}, whose {@code server.port} it replaces. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 2;
    }
}
