package dev.ashlar.gateway.canary.web;

import dev.ashlar.gateway.upstream.Canary;
import java.util.List;
import java.util.Map;

/** A canary. */
record CanaryResponse(String upstream, String version, int weight) {

    /** All canaries. */
    record CanaryList(List<CanaryResponse> items) {

        static CanaryList of(Map<String, Canary> canaries) {
            return new CanaryList(canaries.entrySet().stream()
                    .map(entry -> CanaryResponse.of(entry.getKey(), entry.getValue())).toList());
        }
    }

    static CanaryResponse of(String upstream, Canary canary) {
        return new CanaryResponse(upstream, canary.version(), canary.weight());
    }
}
