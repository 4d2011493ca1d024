package dev.ashlar.localstack.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import dev.ashlar.localstack.state.InstanceName;

/** One instance of a service. */
record ServiceMember(Service service, int instance, PortPlan plan, ServiceEnvironment environment,
        Application application) implements Member {

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

    @Override
    public void prepare() throws IOException {
        application.unpack();
    }

    @Override
    public Process start(Path log) throws IOException {
        return Jvm.start(application.unpacked(), environment.of(service, instance), log);
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
