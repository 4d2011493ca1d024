package dev.ashlar.sample;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** Starts the sample service without any store. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = SampleApplication.class, properties = {
        "management.server.port=0", "spring.flyway.enabled=false", "DATABASE_URL=jdbc:postgresql://127.0.0.1:9/none",
        "REDIS_SESSIONS_URL=redis://127.0.0.1:9", "REDIS_CACHE_URL=redis://127.0.0.1:9",
        "KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:9"})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface WithoutStores {}
