package dev.ashlar.chassis.health;

import dev.ashlar.chassis.redis.GuardedRedis;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * Health by endpoints of our own. Checks and details are whatever beans of these types a service has; each health indicator of Spring
 * Boot is a detail, unless a check of the same name stands for it (ADR 11).
 */
@AutoConfiguration(afterName = {"org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
        "dev.ashlar.messaging.MessagingConfiguration"})
@Import({HealthController.class, StoreChecks.class, MessagingCheck.class, Disk.class, HealthMetrics.class})
class HealthConfiguration {

    private static final ThreadFactory THREADS = Thread.ofPlatform().daemon().name("health-", 0).factory();

    @Bean
    Health health(ObjectProvider<HealthCheck> checks, ObjectProvider<HealthDetail> details,
            ListableBeanFactory beans, ApplicationAvailability availability, Build build) {
        // On platform threads, at most one for each part: virtual ones would queue behind all requests on busy cores.
        var threads = Executors.newCachedThreadPool(HealthConfiguration::thread);
        var all = checks.orderedStream().toList();
        var shown = Stream.concat(details.orderedStream(),
                IndicatorDetail.allBut(all, beans.getBeansOfType(HealthIndicator.class))).toList();
        return new Health(new Checks(all, threads), new Details(shown, threads), availability, build.version());
    }

    /** Not with the class loader of the request that happens to ask first: Tomcat would take the thread for a leak when it stops. */
    private static Thread thread(Runnable work) {
        var thread = THREADS.newThread(work);
        thread.setContextClassLoader(HealthConfiguration.class.getClassLoader());
        return thread;
    }

    @Bean
    Build build(Environment environment) {
        return new Build(environment.getRequiredProperty("spring.application.name"),
                environment.getProperty("spring.application.version", "development"));
    }

    @Bean
    HealthCheck sessionRedisCheck(GuardedRedis sessionRedis) {
        return RedisHealth.sessions(sessionRedis);
    }

    @Bean
    RedisBreakers redisBreakerStates(List<GuardedRedis> redis) {
        return new RedisBreakers(redis);
    }
}
