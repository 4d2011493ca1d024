package dev.ashlar.gateway.configuration;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the error of the configuration file without a stack trace when it stops the start. */
final class ConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<ConfigurationRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable root, ConfigurationRefused cause) {
        return new FailureAnalysis("The gateway's configuration has an error.\n" + cause.getMessage(),
                "Correct the line, and start the gateway again. docs/edge.md describes the file.", cause);
    }
}
