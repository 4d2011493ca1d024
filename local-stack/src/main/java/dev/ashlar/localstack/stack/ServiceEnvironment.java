package dev.ashlar.localstack.stack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import dev.ashlar.infrastructure.InfrastructureSecrets;
import dev.ashlar.infrastructure.Service;
import dev.ashlar.localstack.home.Secrets;
import dev.ashlar.localstack.tls.LocalCertificate;

/**
 * The environment variables of a service. Each service gets only the secrets that it needs.
 *
 * @param upstreams the file that lists all instances for the gateway
 * @param certificate of the gateway, used if it exists
 */
record ServiceEnvironment(PortPlan ports, Secrets secrets, Path upstreams, LocalCertificate certificate) {

    private static final String HOST = "127.0.0.1";

    Map<String, String> of(Service service, int instance) {
        var environment = new HashMap<String, String>();
        environment.put("SERVER_ADDRESS", HOST);
        environment.put("SERVER_PORT", Integer.toString(ports.http(service, instance)));
        environment.put("MANAGEMENT_SERVER_ADDRESS", HOST);
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(ports.management(service, instance)));
        environment.put("SPRING_PROFILES_ACTIVE", "demo");
        // glibc reserves an arena for each of many threads. Two arenas are enough and save tens of MiB for each service.
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put("REDIS_SESSIONS_URL",
                redis(service, "redis-sessions", ports.infrastructure().redisSessions()));
        environment.put("REDIS_CACHE_URL", redis(service, "redis-cache", ports.infrastructure().redisCache()));
        environment.putAll(kafka(service));
        if (service.hasDatabase()) {
            environment.putAll(database(service));
        }
        environment.putAll(switch (service.id()) {
            case "gateway-service" -> gateway(instance);
            case "user-service" -> identity();
            case "inventory-service" -> s3();
            case "email-service" -> mail();
            default -> Map.<String, String>of();
        });
        return environment;
    }

    /** Whether the instance has a port with TLS. */
    boolean hasTls(Service service) {
        return service.equals(Service.GATEWAY) && certificate.exists();
    }

    private Map<String, String> gateway(int instance) {
        var environment = new HashMap<>(Map.of("UPSTREAMS_FILE", upstreams.toString(), "CONSOLE_SUPERVISOR",
                "http://%s:%d".formatted(HOST, ports.supervisor())));
        if (certificate.exists()) {
            environment.putAll(Map.of("TLS_CERTIFICATE", certificate.certificate().toString(), "TLS_PRIVATE_KEY",
                    certificate.privateKey().toString(), "TLS_PORT", Integer.toString(ports.tls(instance)),
                    // Tools of this machine use the port without TLS. HSTS would apply to all ports of localhost.
                    "TLS_REDIRECT", "false", "TLS_HSTS_MAX_AGE", "0"));
        }
        return environment;
    }

    private String redis(Service service, String instance, int port) {
        var password = secrets.infrastructure().redis(instance, service.id());
        return "redis://%s:%s@%s:%d".formatted(service.id(), password, HOST, port);
    }

    private Map<String, String> kafka(Service service) {
        return Map.of("KAFKA_BOOTSTRAP_SERVERS", "%s:%d".formatted(HOST, ports.infrastructure().kafkaServices()),
                "KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT", "KAFKA_USERNAME", service.id(), "KAFKA_PASSWORD",
                secrets.infrastructure().kafka(service.id()));
    }

    private Map<String, String> database(Service service) {
        var passwords = secrets.infrastructure();
        return Map.of("DATABASE_URL",
                "jdbc:postgresql://%s:%d/ashlar".formatted(HOST, ports.infrastructure().postgres()),
                "DATABASE_PASSWORD", passwords.service(service.role()), "DATABASE_MIGRATOR_PASSWORD",
                passwords.migrator(service.role()));
    }

    private Map<String, String> identity() {
        var identity = new HashMap<>(s3());
        identity.putAll(Map.of("SIGNING_KEY_SECRET", secrets.signingKey(), "DEMO_ADMIN_PASSWORD", secrets.demoAdmin(),
                "DEMO_SHOPPER_PASSWORD", secrets.demoShopper(),
                // Trust the gateway, which reports the client address. All processes of this machine share its address.
                "TRUSTED_PROXIES", "127\\.0\\.0\\.1"));
        return identity;
    }

    private Map<String, String> s3() {
        return Map.of("S3_ENDPOINT", "http://%s:%d".formatted(HOST, ports.infrastructure().s3()), "S3_BUCKET",
                InfrastructureSecrets.S3_BUCKET, "S3_ACCESS_KEY", InfrastructureSecrets.S3_ACCESS_KEY, "S3_SECRET_KEY",
                secrets.infrastructure().s3());
    }

    private Map<String, String> mail() {
        return Map.of("SMTP_HOST", HOST, "SMTP_PORT", Integer.toString(ports.infrastructure().smtp()));
    }
}
