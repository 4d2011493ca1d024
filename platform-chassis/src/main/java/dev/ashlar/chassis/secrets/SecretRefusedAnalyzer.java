package dev.ashlar.chassis.secrets;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells an operator in two sentences, instead of a stack trace, what to mend. */
final class SecretRefusedAnalyzer extends AbstractFailureAnalyzer<SecretRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SecretRefused refusal) {
        return new FailureAnalysis(refusal.getMessage(), refusal.remedy(), refusal);
    }
}
