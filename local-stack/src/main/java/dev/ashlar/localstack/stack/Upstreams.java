package dev.ashlar.localstack.stack;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.ashlar.localstack.state.InstanceName;
import dev.ashlar.localstack.state.Run;
import dev.ashlar.localstack.state.Runs;
import dev.ashlar.localstack.state.UpstreamsFile;
import dev.ashlar.localstack.state.Workspace;

/**
 * Tells the gateways which instances there are (ADR 28). To be told when something was started, while it is not ready yet, so that
 * they know it by the time it is; and before something is stopped.
 */
public final class Upstreams {

    private final Runs runs;
    private final UpstreamsFile file;
    private final PortPlan ports;

    public Upstreams(Workspace workspace) {
        runs = new Runs(workspace);
        file = new UpstreamsFile(workspace);
        ports = new PortPlan(workspace.portOffset());
    }

    /** Notes what runs now, and is not about to stop. */
    public void update() {
        file.write(this::addresses);
    }

    private Map<String, List<String>> addresses() {
        return runs.names()
                .stream()
                .filter(name -> runs.find(name).filter(Run::isAlive).filter(run -> !run.askedToStop()).isPresent())
                .filter(name -> Service.named(name.name()).filter(service -> service != Service.GATEWAY).isPresent())
                .collect(Collectors.groupingBy(InstanceName::name, TreeMap::new,
                        Collectors.mapping(this::address, Collectors.toList())));
    }

    private String address(InstanceName name) {
        var service = Service.named(name.name()).orElseThrow();
        return "http://127.0.0.1:" + ports.http(service, name.number());
    }
}
