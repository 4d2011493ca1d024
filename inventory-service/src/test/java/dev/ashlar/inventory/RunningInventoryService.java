package dev.ashlar.inventory;

import static dev.ashlar.testing.BackingService.KAFKA;
import static dev.ashlar.testing.BackingService.POSTGRES;
import static dev.ashlar.testing.BackingService.REDIS;
import static dev.ashlar.testing.BackingService.STORAGE;

import dev.ashlar.testing.WithInfrastructure;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestConstructor;

/** Starts the whole service on real stores, once for all tests with this annotation. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"management.server.port=0",
        "spring.jpa.hibernate.ddl-auto=validate"})
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@WithInfrastructure(service = "inventory_service", parts = {POSTGRES, REDIS, KAFKA, STORAGE}, topics = "orders")
public @interface RunningInventoryService {}
