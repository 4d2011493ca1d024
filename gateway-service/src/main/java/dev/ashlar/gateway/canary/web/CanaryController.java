package dev.ashlar.gateway.canary.web;

import dev.ashlar.chassis.web.Problem;
import dev.ashlar.gateway.canary.Canaries;
import dev.ashlar.gateway.canary.CanarySync;
import dev.ashlar.gateway.upstream.Canary;
import dev.ashlar.gateway.upstream.UpstreamRegistry;
import jakarta.validation.Valid;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CanaryController {

    private final Canaries canaries;
    private final CanarySync sync;
    private final UpstreamRegistry upstreams;

    CanaryController(Canaries canaries, CanarySync sync, UpstreamRegistry upstreams) {
        this.canaries = canaries;
        this.sync = sync;
        this.upstreams = upstreams;
    }

    @GetMapping("/api/v1/gateway/canaries")
    CanaryResponse.CanaryList canaries() {
        return CanaryResponse.CanaryList.of(canaries.all());
    }

    @PutMapping("/api/v1/gateway/canaries/{upstream}")
    CanaryResponse put(@PathVariable String upstream, @Valid @RequestBody CanaryRequest request) {
        if (upstreams.find(upstream).isEmpty()) {
            throw Problem.notFound("upstream");
        }
        var canary = new Canary(Objects.requireNonNull(request.version()), Objects.requireNonNull(request.weight()));
        canaries.put(upstream, canary);
        sync.apply();
        return CanaryResponse.of(upstream, canary);
    }
}
