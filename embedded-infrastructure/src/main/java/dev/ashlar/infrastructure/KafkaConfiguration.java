package dev.ashlar.infrastructure;

/** {@code server.properties} of a node that is alone and shares a small machine. */
final class KafkaConfiguration {

    private KafkaConfiguration() {}

    static String of(KafkaPart part) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                log.dirs=%3$s

                # A topic is made by the service that owns it, with the settings it needs; never by a typing error.
                auto.create.topics.enable=false

                # One node holds all there is.
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=8
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1

                # Members of a group start one by one here; waiting for more of them only delays the first.
                group.initial.rebalance.delay.ms=0

                # After a kill -9 the broker is let back in once the session of its former self has run out.
                broker.session.timeout.ms=3000
                broker.heartbeat.interval.ms=500

                num.network.threads=2
                num.io.threads=4
                background.threads=2
                log.cleaner.dedupe.buffer.size=8388608
                """.formatted(part.port(), part.controllerPort(), part.logs());
    }
}
