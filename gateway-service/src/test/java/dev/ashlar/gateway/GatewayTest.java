package dev.ashlar.gateway;

import static dev.ashlar.testing.BackingService.REDIS;

import dev.ashlar.testing.WithInfrastructure;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** Starts the gateway in front of five fake services. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"management.server.port=0",
        "PROXY_RESPONSE_TIMEOUT=500ms", "EDGE_CACHE_PRODUCT_FEED=false",
        "CORS_ALLOWED_ORIGINS=https://shop.example"})
@WithInfrastructure(parts = REDIS)
@Import(FakeServices.class)
public @interface GatewayTest {}
