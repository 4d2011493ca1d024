package dev.ashlar.chassis.observability;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Limits the number of series of each meter name, in case a tag has unbounded values. Further series are not recorded, and one log line
 * for each name says so.
 */
final class SeriesLimit implements MeterFilter, MeterBinder {

    private static final Logger log = LoggerFactory.getLogger(SeriesLimit.class);

    private final int limit;
    private final Map<String, Set<Meter.Id>> series = new ConcurrentHashMap<>();
    private final Set<String> full = ConcurrentHashMap.newKeySet();

    SeriesLimit(int limit) {
        this.limit = limit;
    }

    /** A registry calls this for new series only. */
    @Override
    public synchronized MeterFilterReply accept(Meter.Id id) {
        var known = series.computeIfAbsent(id.getName(), _ -> ConcurrentHashMap.newKeySet());
        if (known.size() < limit || known.contains(id)) {
            known.add(id);
            return MeterFilterReply.NEUTRAL;
        }
        if (full.add(id.getName())) {
            log.atWarn().addKeyValue("meter", id.getName()).addKeyValue("ceiling", limit)
                    .log("A meter has too many series; further ones are not recorded");
        }
        return MeterFilterReply.DENY;
    }

    /** Removed series make room for new ones. Each new Kafka producer, for example, brings its own series. */
    @Override
    public void bindTo(MeterRegistry registry) {
        registry.config().onMeterRemoved(meter -> forget(meter.getId()));
    }

    private synchronized void forget(Meter.Id id) {
        var known = series.get(id.getName());
        if (known != null && known.remove(id)) {
            full.remove(id.getName());
        }
    }
}
