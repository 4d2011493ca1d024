package dev.ashlar.infrastructure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.ashlar.infrastructure.access.TopicAccess;
import dev.ashlar.infrastructure.access.messaging.KafkaAccess;
import dev.ashlar.process.AtomicFile;
import dev.ashlar.process.ChildProcess;
import dev.ashlar.process.Java;
import dev.ashlar.process.Loopback;
import dev.ashlar.process.Resources;

/** One Kafka node, broker and controller at once (KRaft), in a JVM of its own. */
record KafkaPart(Path data, Binaries binaries, int port, int controllerPort, int servicesPort,
        InfrastructureSecrets secrets) implements Part {

    private static final String CLUSTER = "YXNobGFyLWVtYmVkZGVkLQ";
    /** What was done to the data is noted beside the data, and goes with the data. */
    private static final String LOGS = "logs";
    private static final String CONFIGURATION = "server.properties";

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public List<Integer> ports() {
        return List.of(port, controllerPort, servicesPort);
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        Files.createDirectories(data);
        Files.createDirectories(binaries.folder());
        Files.writeString(data.resolve(CONFIGURATION),
                Resources.text("/kafka/server.properties").formatted(port, controllerPort, servicesPort));
        // Formatting takes a JVM, as long to start as the broker itself, only to say that nothing is to be done.
        var formatted = data.resolve(LOGS).resolve("formatted");
        if (!Files.exists(formatted)) {
            ChildProcess.run(data, Map.of(Java.CLASS_PATH, Java.servers()), jvm(List.of("kafka.tools.StorageTool",
                    "format", "--ignore-formatted", "--cluster-id", CLUSTER, "--config", CONFIGURATION)));
            Files.createFile(formatted);
        }
    }

    @Override
    public Process start(Path log) throws IOException {
        return ChildProcess.start(data, log, Map.of(Java.CLASS_PATH, Java.servers()),
                jvm(List.of("-XX:+AutoCreateSharedArchive", "kafka.Kafka", CONFIGURATION)));
    }

    /**
     * Whether the cluster's metadata name a broker: they do once it is registered and serves, and an open port says less.
     *
     * @see <a href="https://kafka.apache.org/protocol.html#The_Messages_Metadata">Metadata, version 1</a>
     */
    @Override
    public boolean isReady() {
        short metadata = 3;
        short version = 1;
        short noClientId = -1;
        var request = ByteBuffer.allocate(18)
                .putInt(14)
                .putShort(metadata)
                .putShort(version)
                .putInt(1)
                .putShort(noClientId)
                .putInt(0) // topics: none
                .array();
        return Loopback.answers(port, request, answer -> {
            answer.readInt(); // length
            answer.readInt(); // correlation id
            return answer.readInt() > 0; // brokers
        });
    }

    /**
     * Gives the services their passwords and grants, which Kafka keeps among its data. It takes a JVM that has Kafka's
     * client; so it is done once for each data folder, and again when the grants or the passwords change.
     */
    @Override
    public void provision() throws IOException, InterruptedException {
        var done = data.resolve(LOGS).resolve("provisioned");
        // Of the grants and, because it is derived from the same secret, of the passwords.
        var wanted = secrets.kafka(TopicAccess.SERVICES.toString());
        if (Files.exists(done) && Files.readString(done).equals(wanted)) {
            return;
        }
        var environment = new HashMap<String, String>();
        environment.put(Java.CLASS_PATH, Java.servers() + ":" + Java.thisModule());
        TopicAccess.SERVICES.forEach(access -> environment.put(access.passwordVariable(),
                secrets.kafka(access.service())));
        ChildProcess.run(data, environment, jvm(List.of(KafkaAccess.class.getName(), Loopback.ADDRESS + ":" + port)));
        AtomicFile.write(done, wanted.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The archive of loaded classes, which the broker makes at its first clean end and renews when its jars change,
     * halves the time of every later start.
     */
    private List<String> jvm(List<String> arguments) {
        return Java.command(List.of("-Xmx256m", "-XX:SharedArchiveFile=" + binaries.folder().resolve("kafka.jsa"),
                "-Xlog:disable", "-Xlog:all=error:stderr", "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX"), arguments);
    }
}
