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

/** One Kafka node, broker and controller together (KRaft), in its own JVM. */
record KafkaPart(Path data, Binaries binaries, int port, int controllerPort, int servicesPort,
        InfrastructureSecrets secrets) implements Part {

    private static final String CLUSTER = "YXNobGFyLWVtYmVkZGVkLQ";
    /** Files beside the data record what was done to the data, and are deleted with it. */
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
        // Formatting needs a JVM, which starts as slowly as the broker. So it is skipped for formatted data.
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
     * True if the metadata of the cluster contain a broker. They do when the broker is registered and serves requests;
     * an open port is not enough.
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
     * Writes the passwords and ACLs of the services, which Kafka stores with its data. This needs a JVM with Kafka's
     * client. It runs once for each data folder, and again when ACLs or passwords change.
     */
    @Override
    public void provision() throws IOException, InterruptedException {
        var done = data.resolve(LOGS).resolve("provisioned");
        // Hash of the ACLs and of a password. The password changes when the secret behind all passwords changes.
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
     * The broker creates a CDS archive at its first graceful stop and renews it when its jars change. The archive halves
     * the time of every later start.
     */
    private List<String> jvm(List<String> arguments) {
        return Java.command(List.of("-Xmx256m", "-XX:SharedArchiveFile=" + binaries.folder().resolve("kafka.jsa"),
                "-Xlog:disable", "-Xlog:all=error:stderr", "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX"), arguments);
    }
}
