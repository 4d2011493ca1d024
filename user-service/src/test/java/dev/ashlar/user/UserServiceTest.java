package dev.ashlar.user;

import static dev.ashlar.testing.BackingService.KAFKA;
import static dev.ashlar.testing.BackingService.POSTGRES;
import static dev.ashlar.testing.BackingService.REDIS;
import static dev.ashlar.testing.BackingService.STORAGE;

import dev.ashlar.testing.WithInfrastructure;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** Starts the service on a random port with real PostgreSQL, Redis and Kafka. {@link Api} calls it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"management.server.port=0",
        "spring.jpa.hibernate.ddl-auto=validate", "ashlar.password.max-wait=5s"})
@ContextConfiguration(initializers = RandomSigningSecret.class)
@WithInfrastructure(service = "user_service", parts = {POSTGRES, REDIS, KAFKA, STORAGE})
@Import(Api.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface UserServiceTest {}
