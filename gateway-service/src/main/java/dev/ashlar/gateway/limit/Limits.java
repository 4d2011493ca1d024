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

/** Lets a request in for a token of its bucket, and tells the caller how many are left. Without one it is 429 (RFC 6585). */
final class Limits implements Admission {

    private final Policies policies;
    private final TokenBuckets buckets;
    private final Problems problems;
    private final MeterRegistry meters;
    private final Throttle lines = new Throttle(Duration.ofSeconds(1));
    private final LongAdder untold = new LongAdder();

    Limits(Policies policies, TokenBuckets buckets, Problems problems, MeterRegistry meters) {
        this.policies = policies;
        this.buckets = buckets;
        this.problems = problems;
        this.meters = meters;
    }

    @Override
    public boolean admits(HttpServletRequest request, HttpServletResponse response, @Nullable CurrentUser caller)
            throws IOException {
        var charge = policies.chargeFor(request, caller).orElse(null);
        var draw = charge == null ? null : buckets.take(charge).orElse(null);
        if (charge == null || draw == null) {
            return true;
        }
        var limit = charge.policy().told();
        limit.write(response, draw.left(), draw.seconds());
        if (!draw.granted()) {
            meters.counter("ashlar.limits.refused", "policy", limit.policy()).increment();
            if (limit.policy().equals(Policies.SIGN_IN_POLICY)) {
                tellThrottled(charge.whose());
            }
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(draw.seconds()));
            problems.write(request, response, HttpStatus.TOO_MANY_REQUESTS,
                    "Too many requests; try again in " + draw.seconds() + " s.");
        }
        return draw.granted();
    }

    /** One line a second, with the number of those that were refused since the line before: a flood must not fill the disk. */
    private void tellThrottled(String address) {
        untold.increment();
        if (lines.passes()) {
            SecurityEvent.LOG_IN_THROTTLED.line().addKeyValue("policy", Policies.SIGN_IN_POLICY)
                    .addKeyValue("address", address).addKeyValue("refused", untold.sumThenReset()).log();
        }
    }
}
