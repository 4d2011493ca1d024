package dev.ashlar.email.mail;

import dev.ashlar.chassis.stoppoint.StopPoint;
import org.springframework.aop.AfterReturningAdvice;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSender;

/** The moment at which the SMTP server has accepted a mail, and the queue does not know it yet. For tests. */
@Configuration(proxyBeanMethods = false)
@Profile("stop-points")
class MailStopPoint {

    private static final String BEFORE_SENT = "before-sent";

    @Bean
    static BeanPostProcessor stopBeforeSent(ObjectProvider<StopPoint> stop) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JavaMailSender ? held(bean, stop) : bean;
            }
        };
    }

    private static Object held(Object sender, ObjectProvider<StopPoint> stop) {
        var held = new ProxyFactory(sender);
        held.setProxyTargetClass(true);
        held.addAdvice((AfterReturningAdvice) (_, method, _, _) -> {
            if (method.getName().equals("send")) {
                stop.getObject().reach(BEFORE_SENT);
            }
        });
        return held.getProxy();
    }
}
