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
 * Where the services are.
 *
 * @param file names the instances; empty: the URLs do
 * @param limits of each service
 * @param urls of each service, by the name that routes have for it
 */
@Validated
@ConfigurationProperties("ashlar.upstreams")
record UpstreamProperties(@DefaultValue("") String file, @NotEmpty Map<String, URI> urls,
        @NotNull @Valid UpstreamLimits limits) {}
