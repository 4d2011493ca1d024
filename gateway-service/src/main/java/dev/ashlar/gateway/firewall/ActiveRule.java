package dev.ashlar.gateway.firewall;

import dev.ashlar.chassis.fault.Throttle;
import dev.ashlar.chassis.security.SecurityEvent;
import dev.ashlar.chassis.web.ClientAddress;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.util.StringUtils;

/** A rule with its mode and the number of its matches since the start of this gateway. */
final class ActiveRule {

    private static final int MAX_PATH_LENGTH = 200;

    private final String id;
    private final String description;
    private final FirewallMode mode;
    private final LongAdder matched = new LongAdder();
    private final LongAdder unlogged = new LongAdder();
    private final Throttle logLines = new Throttle(Duration.ofSeconds(1));

    ActiveRule(String id, String description, FirewallMode mode, MeterRegistry meters) {
        this.id = id;
        this.description = description;
        this.mode = mode;
        FunctionCounter.builder("ashlar.firewall.matched", matched, LongAdder::sum).tag("rule", id)
                .tag("mode", modeName()).description("Requests that a firewall rule matched").register(meters);
    }

    boolean blocks() {
        return mode == FirewallMode.BLOCK;
    }

    boolean isOff() {
        return mode == FirewallMode.OFF;
    }

    /** Counts a match, and logs one line per second with the number of matches since the previous line. */
    void matched(HttpServletRequest request) {
        matched.increment();
        unlogged.increment();
        if (logLines.passes()) {
            SecurityEvent.FIREWALL_MATCHED.line().addKeyValue("rule", id).addKeyValue("mode", modeName())
                    .addKeyValue("address", ClientAddress.of(request)).addKeyValue("method", request.getMethod())
                    .addKeyValue("path", StringUtils.truncate(String.valueOf(request.getRequestURI()), MAX_PATH_LENGTH))
                    .addKeyValue("matched", unlogged.sumThenReset()).log();
        }
    }

    FirewallResponse.Rule response() {
        return new FirewallResponse.Rule(id, description, mode, matched.sum());
    }

    private String modeName() {
        return mode.name().toLowerCase(Locale.ROOT);
    }
}
