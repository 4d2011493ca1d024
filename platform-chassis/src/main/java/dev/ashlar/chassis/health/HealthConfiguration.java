package dev.ashlar.chassis.health;

import java.io.File;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Health by our own endpoints (ADR 11). They show all {@link HealthCheck} and {@link HealthDetail} beans, and Spring Boot's health
 * indicators as details. An indicator with the name of a check is left out.
 */
@AutoConfiguration(afterName = {"org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
        "dev.ashlar.messaging.MessagingConfiguration"})
@Import({HealthController.class, DatabaseHealth.class, KafkaCheck.class, HealthMetrics.class})
class HealthConfiguration {

    private static final String VERSION = "${spring.application.version:development}";
    private static final ThreadFactory THREADS = Thread.ofPlatform().daemon().name("health-", 0).factory();

    /** Uses platform threads, because a virtual thread would queue behind all requests on busy cores. */
    @Bean
    HealthReporter healthReporter(ObjectProvider<HealthCheck> checks, ObjectProvider<HealthDetail> details,
            ListableBeanFactory beans, ApplicationAvailability availability, @Value(VERSION) String version) {
        var threads = Executors.newCachedThreadPool(HealthConfiguration::thread);
        var allChecks = checks.orderedStream().toList();
        var allDetails = Stream.concat(details.orderedStream(),
                IndicatorDetail.without(allChecks, beans.getBeansOfType(HealthIndicator.class))).toList();
        return new HealthReporter(new HealthChecks(allChecks, threads), new HealthDetails(allDetails, threads),
                availability, version);
    }

    /** A thread would inherit the class loader of the request's web application, which Tomcat reports as a leak when it stops. */
    private static Thread thread(Runnable work) {
        var thread = THREADS.newThread(work);
        thread.setContextClassLoader(HealthConfiguration.class.getClassLoader());
        return thread;
    }

    @Bean
    HealthDetail build(@Value("${spring.application.name}") String application, @Value(VERSION) String version) {
        return HealthDetail.of("build", () -> Map.of("application", application, "version", version, "java",
                Runtime.version().toString()));
    }

    /** The disk that holds the working directory. */
    @Bean
    HealthDetail disk() {
        var disk = new File(".").getAbsoluteFile();
        return HealthDetail.of("disk",
                () -> Map.of("free_bytes", disk.getUsableSpace(), "total_bytes", disk.getTotalSpace()));
    }
}
