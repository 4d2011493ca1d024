package dev.ashlar.chassis.observability;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Offers the trace context to what carries work from one thread or process to another. */
@AutoConfiguration(after = OpenTelemetryTracingAutoConfiguration.class)
class TracingConfiguration {

    @Bean
    TraceContext traceContext(Tracer tracer, Propagator propagator) {
        return new TraceContext(tracer, propagator);
    }
}
