package dev.ashlar.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One Kafka node, broker and controller at once (KRaft), in a JVM of its own. */
record KafkaPart(Path data, Binaries binaries, int port, int controllerPort, int servicesPort,
        InfrastructureSecrets secrets) implements Part {

    private static final String CLUSTER = "YXNobGFyLWVtYmVkZGVkLQ";

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public List<Integer> ports() {
        return List.of(port, controllerPort, servicesPort);
    }

    @Override
    public void prepare() throws IOException {
        Loopback.requireFree(this);
        Files.createDirectories(data);
        Files.createDirectories(binaries.folder());
        Files.writeString(configuration(), KafkaConfiguration.of(this));
        if (!Files.exists(formatted())) {
            Tool.run(name(), data, classPath(), jvm(List.of("kafka.tools.StorageTool", "format", "--ignore-formatted",
                    "--cluster-id", CLUSTER, "--config", configuration().toString())));
            Files.createFile(formatted());
        }
    }

    @Override
    public Process start(Path log) throws IOException {
        Loopback.requireFree(this);
        var server = Server.command(data, log, jvm(List.of("-XX:+AutoCreateSharedArchive", "kafka.Kafka",
                configuration().toString())));
        server.environment().putAll(classPath());
        return server.start();
    }

    @Override
    public boolean isReady() {
        return KafkaMetadata.namesABroker(port);
    }

    @Override
    public void provision() throws IOException {
        new KafkaProvisioning(this).run();
    }

    Path logs() {
        return data.resolve("logs");
    }

    private Path configuration() {
        return data.resolve("server.properties");
    }

    /** Ours: formatting takes a JVM, as long to start as the broker itself, only to say that nothing is to be done. */
    private Path formatted() {
        return data.resolve("formatted");
    }

    private Map<String, String> classPath() throws IOException {
        return Map.of(ChildJvm.CLASS_PATH, ChildJvm.servers());
    }

    /**
     * The archive of loaded classes, which the broker makes at its first clean end and renews when its jars change,
     * halves the time of every later start.
     */
    List<String> jvm(List<String> arguments) {
        var command = new ArrayList<>(
                List.of(ChildJvm.java(), "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                        "-XX:SharedArchiveFile=" + binaries.folder().resolve("kafka.jsa"), "-Xlog:disable",
                        "-Xlog:all=error:stderr", "--sun-misc-unsafe-memory-access=allow",
                        "--enable-native-access=ALL-UNNAMED", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-Dorg.slf4j.simpleLogger.showDateTime=true"));
        command.addAll(arguments);
        return command;
    }
}
