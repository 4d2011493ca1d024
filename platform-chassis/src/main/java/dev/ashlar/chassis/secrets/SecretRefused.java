package dev.ashlar.chassis.secrets;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A service must not start with this secret. The message names the variable, but never its value. */
public final class SecretRefused extends RuntimeException {

    private final String remedy;

    /**
     * @param variable the variable that holds the secret
     * @param why the end of a sentence that begins with the variable
     * @param remedy what the operator has to do, as a sentence
     */
    public SecretRefused(String variable, String why, String remedy) {
        super(variable + " " + why + ".");
        this.remedy = remedy;
    }

    /** Replaces the stack trace by what to do. */
    static final class Analyzer extends AbstractFailureAnalyzer<SecretRefused> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, SecretRefused refusal) {
            return new FailureAnalysis(refusal.getMessage(), refusal.remedy, refusal);
        }
    }
}
