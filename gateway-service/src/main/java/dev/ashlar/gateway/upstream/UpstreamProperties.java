package dev.ashlar.gateway.upstream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param file a JSON file with the instances. If it is empty, {@code urls} has the instances
 * @param limits for each service
 * @param urls by the name of the service, which is the host in the routes
 */
@Validated
@ConfigurationProperties("ashlar.upstreams")
record UpstreamProperties(@DefaultValue("") String file, @NotEmpty Map<String, URI> urls,
        @NotNull @Valid UpstreamLimits limits) {}
