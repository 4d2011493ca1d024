package dev.ashlar.analytics;

import dev.ashlar.testing.ServiceAlone;

/** analytics-service alone, for development: on the stores that its tests run on. */
final class TestAnalyticsServiceApplication {

    private TestAnalyticsServiceApplication() {}

    static void main(String... args) {
        ServiceAlone.like(RunningAnalyticsService.class).withTokens().start(AnalyticsServiceApplication::main, args);
    }
}
