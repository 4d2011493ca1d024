package dev.ashlar.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Starts real infrastructure for a Spring test, and sets the environment variables that the service reads in production.
 * <p>
 * The infrastructure starts once in a JVM, and its tests share it. The system property {@code infrastructure} says how: {@code containers},
 * {@code embedded}, or, if empty, containers where an engine answers and embedded elsewhere.
 *
 * <pre>{@code
 * @SpringBootTest
 * @WithInfrastructure(service = "order_service", parts = {POSTGRES, REDIS, KAFKA}, topics = "inventory")
 * class OrderLifeIT {
 * }</pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface WithInfrastructure {

    /**
     * Name of the schema and of the role that works in it; {@code <service>_migrator} owns it. Needed with {@code
     * POSTGRES} only.
     */
    String service() default "";

    BackingService[] parts();

    /** Topics that other services create in production, with three partitions each. */
    String[] topics() default {};

    /**
     * A resource with SQL that the schema's owner runs before the service starts, such as {@code
     * previous-release/order_service.sql}. The schema is new then.
     */
    String restore() default "";
}
