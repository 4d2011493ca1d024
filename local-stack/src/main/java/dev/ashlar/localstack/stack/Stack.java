package dev.ashlar.localstack.stack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.ashlar.infrastructure.Parts;
import dev.ashlar.localstack.state.InstanceName;
import dev.ashlar.localstack.state.Misuse;
import dev.ashlar.localstack.state.Secrets;
import dev.ashlar.localstack.state.SecretsFile;
import dev.ashlar.localstack.state.Workspace;

/** Everything that one installation can run. */
public final class Stack {

    private final Workspace workspace;
    private final PortPlan ports;
    private final ServiceEnvironment environment;
    private final List<Member> infrastructure;
    private final boolean inTraining;

    public Stack(Workspace workspace, Secrets secrets) {
        this(workspace, secrets, false);
    }

    private Stack(Workspace workspace, Secrets secrets, boolean inTraining) {
        this.workspace = workspace;
        this.inTraining = inTraining;
        ports = new PortPlan(workspace.portOffset());
        environment = new ServiceEnvironment(ports, secrets, workspace.upstreams());
        infrastructure = Parts.of(workspace.home(), ports.infrastructure(), secrets.infrastructure())
                .stream()
                .<Member>map(PartMember::new)
                .toList();
    }

    /** With the secrets of the installation; before the first start it has none, and nothing runs that would ask for them. */
    public static Stack of(Workspace workspace) {
        return new Stack(workspace, new SecretsFile(workspace).read().orElseGet(Secrets::random));
    }

    /** One whose services record what their AOT caches are made of, those that have none yet. */
    public static Stack inTraining(Workspace workspace, Secrets secrets) {
        return new Stack(workspace, secrets, true);
    }

    /** What is to be trained, unpacked. */
    public List<Training> trainings() throws IOException {
        var trainings = new ArrayList<Training>();
        for (var service : Service.values()) {
            var application = application(service);
            application.unpack();
            trainings.add(new Training(service, application.cache()));
        }
        return trainings;
    }

    /** Infrastructure first, then the first instance of each service. */
    public List<Member> members() {
        return Stream.concat(infrastructure.stream(), Arrays.stream(Service.values()).map(one -> member(one, 1)))
                .toList();
    }

    /** @throws Misuse if there is nothing of that name */
    public Member member(InstanceName name) {
        return Service.named(name.name())
                .map(service -> member(service, name.number()))
                .orElseGet(() -> part(name));
    }

    /** What people and their tools connect to, by name. */
    public Map<String, String> addresses() {
        return new Addresses(ports).all();
    }

    private Member member(Service service, int instance) {
        return new ServiceMember(service, instance, ports, environment, application(service), inTraining);
    }

    private Application application(Service service) {
        var jar = workspace.repository().resolve(service.id()).resolve("target").resolve(service.id() + ".jar");
        return new Application(jar, workspace.applications().resolve(service.id()));
    }

    private Member part(InstanceName name) {
        return infrastructure.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Misuse("There is no %s; there are %s".formatted(name, names())));
    }

    private String names() {
        return String.join(", ", members().stream().map(member -> member.name().name()).toList());
    }
}
