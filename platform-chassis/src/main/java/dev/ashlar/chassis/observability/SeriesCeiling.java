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
 * The last line against tags with unbounded values: a meter name has a limited number of series. Further series are not recorded,
 * which is logged once for each name. Tags should be bounded where they are made; this bounds what was overlooked.
 */
final class SeriesCeiling implements MeterFilter, MeterBinder {

    private static final Logger log = LoggerFactory.getLogger(SeriesCeiling.class);

    private final int ceiling;
    private final Map<String, Set<Meter.Id>> series = new ConcurrentHashMap<>();
    private final Set<String> full = ConcurrentHashMap.newKeySet();

    SeriesCeiling(int ceiling) {
        this.ceiling = ceiling;
    }

    /** Called for new series only: a registry remembers those that it has. */
    @Override
    public synchronized MeterFilterReply accept(Meter.Id id) {
        var known = series.computeIfAbsent(id.getName(), _ -> ConcurrentHashMap.newKeySet());
        if (known.size() < ceiling || known.contains(id)) {
            known.add(id);
            return MeterFilterReply.NEUTRAL;
        }
        if (full.add(id.getName())) {
            log.atWarn().addKeyValue("meter", id.getName()).addKeyValue("ceiling", ceiling)
                    .log("A meter has too many series; further ones are not recorded");
        }
        return MeterFilterReply.DENY;
    }

    /** Series that are gone make room: each new Kafka producer, for example, has series of its own. */
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
