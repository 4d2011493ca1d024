package dev.ashlar.gateway.tls;

import java.nio.file.Path;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The gateway must not start with this certificate or key. */
final class TlsRefused extends RuntimeException {

    private final String remedy;

    TlsRefused(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    /** @param why the end of a sentence that begins with the file */
    static TlsRefused of(String variable, Path file, String why, String remedy) {
        return new TlsRefused("%s: the file %s %s.".formatted(variable, file, why), remedy);
    }

    /** Replaces the stack trace by the remedy. */
    static final class Analyzer extends AbstractFailureAnalyzer<TlsRefused> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, TlsRefused refusal) {
            return new FailureAnalysis(refusal.getMessage(), refusal.remedy, refusal);
        }
    }
}
