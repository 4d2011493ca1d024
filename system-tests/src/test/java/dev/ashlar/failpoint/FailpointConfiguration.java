package dev.ashlar.failpoint;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.aop.AfterReturningAdvice;
import org.springframework.aop.MethodBeforeAdvice;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.target.SingletonTargetSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * Weaves failpoints into a running service: it wraps the Kafka clients and the mail sender in proxies. The main code contains nothing of
 * it. The test starts the service with {@code -javaagent:failpoints.jar=PLACE}, and the JVM adds the agent's jar to the class path.
 */
@AutoConfiguration
@ConditionalOnProperty("failpoint")
public class FailpointConfiguration {

    /** Called by the JVM before the service's main method. */
    public static void premain(String place) {
        System.setProperty("failpoint", place);
    }

    private static Failpoint active() {
        return new Failpoint(System.getProperty("failpoint"));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(KafkaTemplate.class)
    static class Kafka {

        @Bean
        DefaultKafkaProducerFactoryCustomizer failpointBeforePublish() {
            return factory -> factory.addPostProcessor(
                    producer -> before(Producer.class, producer, "send", Failpoint.BEFORE_PUBLISH));
        }

        @Bean
        DefaultKafkaConsumerFactoryCustomizer failpointBeforeAcknowledge() {
            return factory -> factory.addPostProcessor(
                    consumer -> before(Consumer.class, consumer, "commit", Failpoint.BEFORE_ACKNOWLEDGE));
        }

        @SuppressWarnings("unchecked")
        private static <C> C before(Class<? super C> type, C client, String methods, String place) {
            var proxy = new ProxyFactory(type, new SingletonTargetSource(client));
            proxy.addAdvice((MethodBeforeAdvice) (method, _, _) -> {
                if (method.getName().startsWith(methods)) {
                    active().reach(place);
                }
            });
            return (C) proxy.getProxy();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(JavaMailSender.class)
    static class Mail {

        @Bean
        static BeanPostProcessor failpointBeforeSent() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof JavaMailSender ? afterSend(bean) : bean;
                }
            };
        }

        private static Object afterSend(Object sender) {
            var proxy = new ProxyFactory(sender);
            proxy.setProxyTargetClass(true);
            proxy.addAdvice((AfterReturningAdvice) (_, method, _, _) -> {
                if (method.getName().equals("send")) {
                    active().reach(Failpoint.BEFORE_SENT);
                }
            });
            return proxy.getProxy();
        }
    }
}
