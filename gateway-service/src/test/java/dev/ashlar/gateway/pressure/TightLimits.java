package dev.ashlar.gateway.pressure;

import static dev.ashlar.testing.BackingService.REDIS;

import dev.ashlar.gateway.FakeServices;
import dev.ashlar.testing.WithInfrastructure;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** Starts the gateway with low limits and short timeouts. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"management.server.port=0",
        "LIMITS_ENABLED=false", "SERVER_MAX_CONNECTIONS=150", "SERVER_MAX_CONNECTIONS_PER_ADDRESS=40",
        "SERVER_HEAD_TIMEOUT=1s", "SERVER_BODY_TIMEOUT=3s", "SERVER_RESPONSE_TIMEOUT=2s", "PROXY_CLIENT_TIMEOUT=1s",
        "UPSTREAM_IN_FLIGHT=5", "UPSTREAM_IN_FLIGHT_PER_INSTANCE=4", "UPSTREAM_STREAMS=1"})
@WithInfrastructure(parts = REDIS)
@Import(FakeServices.class)
@interface TightLimits {}
