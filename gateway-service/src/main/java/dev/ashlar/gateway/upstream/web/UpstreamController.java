package dev.ashlar.gateway.upstream.web;

import dev.ashlar.gateway.upstream.UpstreamRegistry;
import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class UpstreamController {

    private final UpstreamRegistry upstreams;
    private final Clock clock;

    UpstreamController(UpstreamRegistry upstreams, Clock clock) {
        this.upstreams = upstreams;
        this.clock = clock;
    }

    @GetMapping("/api/v1/gateway/upstreams")
    UpstreamsResponse upstreams() {
        return UpstreamsResponse.of(upstreams.all(), clock);
    }
}
