package dev.ashlar.localstack.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import dev.ashlar.infrastructure.Part;
import dev.ashlar.localstack.state.InstanceName;

/** A store, the broker or the mail catcher. */
record PartMember(Part part) implements Member {

    @Override
    public InstanceName name() {
        return InstanceName.first(part.name());
    }

    @Override
    public int port() {
        return part.port();
    }

    @Override
    public List<Integer> ports() {
        return part.ports();
    }

    @Override
    public boolean isInfrastructure() {
        return true;
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public void prepare() throws IOException {
        part.prepare();
    }

    @Override
    public Process start(Path log) throws IOException {
        return part.start(log);
    }

    @Override
    public boolean isReady() {
        return part.isReady();
    }

    @Override
    public void provision() throws IOException {
        part.provision();
    }

    @Override
    public String stopSignal() {
        return part.stopSignal();
    }
}
