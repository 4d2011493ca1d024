package dev.ashlar.gateway.limit;

import dev.ashlar.chassis.fault.Throttle;
import dev.ashlar.chassis.security.Admission;
import dev.ashlar.chassis.security.CurrentUser;
import dev.ashlar.chassis.security.SecurityEvent;
import dev.ashlar.chassis.web.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Takes one token for each request. Without a token, the response is 429 (RFC 6585). Each response shows the remaining tokens. */
final class RateLimiter implements Admission {

    private final RateLimitRules policies;
    private final TokenBuckets buckets;
    private final Problems problems;
    private final MeterRegistry meters;
    private final Throttle logLines = new Throttle(Duration.ofSeconds(1));
    private final LongAdder unlogged = new LongAdder();

    RateLimiter(RateLimitRules policies, TokenBuckets buckets, Problems problems, MeterRegistry meters) {
        this.policies = policies;
        this.buckets = buckets;
        this.problems = problems;
        this.meters = meters;
    }

    @Override
    public boolean admits(HttpServletRequest request, HttpServletResponse response, @Nullable CurrentUser caller)
            throws IOException {
        var charge = policies.chargeFor(request, caller).orElse(null);
        if (charge == null) {
            return true;
        }
        var result = buckets.take(charge);
        var limit = charge.policy().rateLimit();
        limit.write(response, result.left(), result.seconds());
        if (!result.granted()) {
            meters.counter("ashlar.limits.refused", "policy", limit.policy()).increment();
            if (limit.policy().equals(RateLimitRules.SIGN_IN_POLICY)) {
                logThrottled(charge.subject());
            }
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(result.seconds()));
            problems.write(request, response, HttpStatus.TOO_MANY_REQUESTS,
                    "Too many requests. Try again in " + result.seconds() + " s.");
        }
        return result.granted();
    }

    /** Logs one line per second with the number of rejected requests since the previous line, so that a flood cannot fill the disk. */
    private void logThrottled(String address) {
        unlogged.increment();
        if (logLines.passes()) {
            SecurityEvent.LOG_IN_THROTTLED.line().addKeyValue("policy", RateLimitRules.SIGN_IN_POLICY)
                    .addKeyValue("address", address).addKeyValue("refused", unlogged.sumThenReset()).log();
        }
    }
}
