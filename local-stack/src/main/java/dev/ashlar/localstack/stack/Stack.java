package dev.ashlar.localstack.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.ashlar.infrastructure.Part;
import dev.ashlar.infrastructure.Parts;
import dev.ashlar.infrastructure.Service;
import dev.ashlar.localstack.home.Home;
import dev.ashlar.localstack.home.InstanceName;
import dev.ashlar.localstack.tls.LocalCertificate;
import dev.ashlar.process.Misuse;
import dev.ashlar.localstack.home.Secrets;

/** All processes that an installation can run. */
public final class Stack {

    /** Set in a training run: services without an AOT cache record one. */
    public static final String IN_TRAINING = "ASHLAR_TRAINING";

    private final Home home;
    private final PortPlan ports;
    private final LocalCertificate certificate;
    private final ServiceEnvironment environment;
    private final List<Part> infrastructure;

    public Stack(Home home, Secrets secrets) {
        this.home = home;
        ports = new PortPlan(home.portOffset());
        certificate = new LocalCertificate(home.tls());
        environment = new ServiceEnvironment(ports, secrets, home.upstreams(), certificate);
        infrastructure = Parts.of(home.folder(), ports.infrastructure(), secrets.infrastructure());
    }

    /** Infrastructure first, then the first instance of each service. */
    public List<InstanceName> names() {
        return Stream.concat(infrastructure.stream().map(Part::name), Service.ALL.stream().map(Service::id))
                .map(InstanceName::first)
                .toList();
    }

    public boolean isInfrastructure(InstanceName name) {
        return Service.named(name.name()).isEmpty();
    }

    public Part part(InstanceName name) {
        return part(name, Map.of());
    }

    /**
     * @param caller the environment of the command that starts the part
     * @throws Misuse if no part has that name
     */
    public Part part(InstanceName name, Map<String, String> caller) {
        return Service.named(name.name())
                .<Part>map(
                        service -> new ServiceInstance(service, name.number(), ports, environment, application(service),
                                home.workingFolder().resolve(name.fileName()), caller))
                .or(() -> infrastructure.stream()
                        .filter(part -> part.name().equals(name.name()) && name.number() == 1)
                        .findFirst())
                .orElseThrow(() -> new Misuse("There is no %s; there are %s".formatted(name,
                        String.join(", ", names().stream()
                                .map(InstanceName::toString)
                                .toList()))));
    }

    /** The build that a start would run now. Empty for infrastructure, and for a service that was never built. */
    public Optional<String> build(InstanceName name) {
        return Service.named(name.name()).map(this::application).flatMap(application -> {
            try {
                return Optional.of(application.build());
            } catch (IOException | RuntimeException beingBuilt) {
                return Optional.empty();
            }
        });
    }

    /**
     * The address of an instance for other services. Empty for infrastructure and for the gateway, which no service
     * calls.
     */
    public Optional<String> upstream(InstanceName name) {
        return Service.named(name.name())
                .filter(service -> !service.equals(Service.GATEWAY))
                .map(service -> "http://127.0.0.1:" + ports.http(service, name.number()));
    }

    /** The addresses for people and their tools, by name, the most used first. */
    public Map<String, String> addresses() {
        var parts = ports.infrastructure();
        var addresses = new LinkedHashMap<String, String>();
        addresses.put("console", "http://127.0.0.1:%d/console/".formatted(ports.http(Service.GATEWAY, 1)));
        addresses.put("gateway", "http://127.0.0.1:" + ports.http(Service.GATEWAY, 1));
        if (certificate.exists()) {
            addresses.put("gateway-tls", "https://127.0.0.1:" + ports.tls(1));
        }
        addresses.put("mail", "http://127.0.0.1:" + parts.mailPage());
        addresses.put("postgres", "postgresql://127.0.0.1:%d/ashlar".formatted(parts.postgres()));
        addresses.put("redis-sessions", "redis://127.0.0.1:" + parts.redisSessions());
        addresses.put("redis-cache", "redis://127.0.0.1:" + parts.redisCache());
        addresses.put("kafka", "127.0.0.1:" + parts.kafka());
        addresses.put("smtp", "smtp://127.0.0.1:" + parts.smtp());
        addresses.put("s3", "http://127.0.0.1:" + parts.s3());
        addresses.put("supervisor", "http://127.0.0.1:" + ports.supervisor());
        return addresses;
    }

    /** The AOT cache of the build that a start would run now. Unpacks the build if necessary. */
    public AotCache cache(Service service) throws IOException, InterruptedException {
        application(service).unpack();
        return application(service).cache();
    }

    private Application application(Service service) {
        return new Application(jar(service.id()), home.applications().resolve(service.id()));
    }

    private Path jar(String module) {
        return home.repository().resolve(module).resolve("target").resolve(module + ".jar");
    }
}
