package dev.ashlar.sample;

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

/** Starts the sample service on real stores. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@WithInfrastructure(service = "picture_sample", parts = {POSTGRES, REDIS, STORAGE})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface PictureServiceTest {}
