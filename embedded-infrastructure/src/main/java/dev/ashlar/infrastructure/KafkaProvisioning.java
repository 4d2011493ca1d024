package dev.ashlar.infrastructure;

import dev.ashlar.infrastructure.access.messaging.KafkaAccess;
import dev.ashlar.infrastructure.access.TopicAccess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives the services their passwords and grants, which Kafka keeps among its data. It takes a JVM that has Kafka's
 * client; so it is done once for each data folder, and again when the grants or the passwords change.
 */
record KafkaProvisioning(KafkaPart part) {

    void run() throws IOException {
        var wanted = fingerprint();
        if (Files.exists(done()) && Files.readString(done()).equals(wanted)) {
            return;
        }
        Tool.run(part.name(), part.data(), environment(), part.jvm(List.of(KafkaAccess.class.getName(),
                Loopback.ADDRESS + ":" + part.port())));
        Files.writeString(done(), wanted);
    }

    private Path done() {
        return part.data().resolve("provisioned");
    }

    /** Of the grants and, because it is derived from the same secret, of the passwords. */
    private String fingerprint() {
        return part.secrets().kafka(TopicAccess.SERVICES.toString());
    }

    private Map<String, String> environment() throws IOException {
        var environment = new HashMap<String, String>();
        environment.put(ChildJvm.CLASS_PATH, ChildJvm.servers() + File.pathSeparator + ChildJvm.thisModule());
        TopicAccess.SERVICES.forEach(access -> environment.put(access.passwordVariable(),
                part.secrets().kafka(access.service())));
        return environment;
    }
}
