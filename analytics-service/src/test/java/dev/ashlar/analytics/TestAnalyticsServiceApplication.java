package dev.ashlar.analytics;

import dev.ashlar.testing.ServiceAlone;

/** Starts analytics-service alone for development, with the stores of its tests. */
final class TestAnalyticsServiceApplication {

    private TestAnalyticsServiceApplication() {}

    static void main(String... args) {
        ServiceAlone.like(RunningAnalyticsService.class).withTokens().start(AnalyticsServiceApplication::main, args);
    }
}
