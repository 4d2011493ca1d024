package dev.ashlar.email.mail;

import static dev.ashlar.testing.BackingService.POSTGRES;
import static dev.ashlar.testing.BackingService.REDIS;

import dev.ashlar.testing.WithInfrastructure;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;

/** Starts the service without Kafka, with a database role of its own and a mail server that the test can stop. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"management.server.port=0",
        "ashlar.database-role=email_service_alone", "spring.kafka.bootstrap-servers=127.0.0.1:1"})
@WithInfrastructure(service = "email_service_alone", parts = {POSTGRES, REDIS})
@DirtiesContext
@interface EmailServiceWithOwnMailServer {}
