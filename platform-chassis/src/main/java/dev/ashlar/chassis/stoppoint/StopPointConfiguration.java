package dev.ashlar.chassis.stoppoint;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.aop.MethodBeforeAdvice;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.target.SingletonTargetSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.kafka.core.KafkaTemplate;

/** Wraps Kafka's clients from outside, so that the code which uses them knows nothing of stop points. */
@AutoConfiguration
@Profile("stop-points")
@ConditionalOnClass(KafkaTemplate.class)
class StopPointConfiguration {

    @Bean
    StopPoint stopPoint(@Value("${STOP_POINT}") String name) {
        return new StopPoint(name);
    }

    @Bean
    DefaultKafkaProducerFactoryCustomizer stopBeforePublish(StopPoint stop) {
        return factory -> factory.addPostProcessor(
                producer -> before(Producer.class, producer, "send", () -> stop.reach(StopPoint.BEFORE_PUBLISH)));
    }

    @Bean
    DefaultKafkaConsumerFactoryCustomizer stopBeforeAcknowledge(StopPoint stop) {
        return factory -> factory.addPostProcessor(consumer -> before(Consumer.class, consumer, "commit",
                () -> stop.reach(StopPoint.BEFORE_ACKNOWLEDGE)));
    }

    @SuppressWarnings("unchecked")
    private static <C> C before(Class<? super C> type, C client, String methods, Runnable stop) {
        var held = new ProxyFactory(type, new SingletonTargetSource(client));
        held.addAdvice((MethodBeforeAdvice) (method, _, _) -> {
            if (method.getName().startsWith(methods)) {
                stop.run();
            }
        });
        return (C) held.getProxy();
    }
}
