package dev.ashlar.localstack.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.ashlar.localstack.state.InstanceName;

/**
 * One instance of a service.
 *
 * @param inTraining whether its next run is the one to make an AOT cache of
 */
record ServiceMember(Service service, int instance, PortPlan plan, ServiceEnvironment environment,
        Application application, boolean inTraining) implements Member {

    @Override
    public InstanceName name() {
        return new InstanceName(service.id(), instance);
    }

    @Override
    public int port() {
        return plan.http(service, instance);
    }

    @Override
    public List<Integer> ports() {
        return List.of(port(), plan.management(service, instance));
    }

    @Override
    public boolean isInfrastructure() {
        return false;
    }

    /** What it works with; it would start without most of that, and only ask for it again and again. */
    @Override
    public Set<String> needs() {
        return service.hasDatabase()
                ? Set.of("postgres", "redis-sessions", "redis-cache", "kafka")
                : Set.of("redis-sessions", "redis-cache");
    }

    @Override
    public void prepare() throws IOException {
        application.unpack();
    }

    @Override
    public Process start(Path log) throws IOException {
        return Jvm.start(application.unpacked(), options(), environment.of(service, instance), log);
    }

    private List<String> options() throws IOException {
        var cache = application.cache();
        if (inTraining && !cache.exists()) {
            return cache.record();
        }
        return Stream.concat(cache.use().stream(), Jvm.additionalOptions().stream()).toList();
    }

    @Override
    public boolean isReady() {
        return HealthProbe.answersReady(port());
    }

    @Override
    public void provision() {
        // Services migrate their own schema.
    }

    @Override
    public String stopSignal() {
        return "TERM";
    }
}
