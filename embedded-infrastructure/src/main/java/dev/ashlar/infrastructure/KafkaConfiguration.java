package dev.ashlar.infrastructure;

/** {@code server.properties} of a node that is alone and shares a small machine. */
final class KafkaConfiguration {

    private static final String LOGIN = "org.apache.kafka.common.security.scram.ScramLoginModule";

    private KafkaConfiguration() {}

    static String of(KafkaPart part) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=OPERATORS://127.0.0.1:%1$d,SERVICES://127.0.0.1:%3$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=OPERATORS://127.0.0.1:%1$d,SERVICES://127.0.0.1:%3$d
                listener.security.protocol.map=OPERATORS:PLAINTEXT,SERVICES:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=OPERATORS
                controller.listener.names=CONTROLLER
                log.dirs=%4$s

                # A service proves who it is and may do what TopicAccess says. Who reaches the other two listeners needs no
                # password and may do all: they are on the loopback address, for operators and for the node itself.
                sasl.enabled.mechanisms=SCRAM-SHA-512
                listener.name.services.scram-sha-512.sasl.jaas.config=%5$s required;
                authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
                allow.everyone.if.no.acl.found=false
                super.users=User:ANONYMOUS

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
                """.formatted(part.port(), part.controllerPort(), part.servicesPort(), part.logs(), LOGIN);
    }
}
