package dev.ashlar.testing;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.event.KeyValuePair;

/** What is logged while a test runs, whether the console shows it or not. For a field with {@link RegisterExtension}. */
public final class Logs implements BeforeEachCallback, AfterEachCallback {

    private static final Set<Logs> RUNNING = ConcurrentHashMap.newKeySet();

    private final List<Line> lines = new CopyOnWriteArrayList<>();

    /** logback-test.xml names it, so it is there again after an application of a test has configured logging anew. */
    public static final class Recorder extends AppenderBase<ILoggingEvent> {

        @Override
        protected void append(ILoggingEvent event) {
            RUNNING.forEach(logs -> logs.lines.add(Line.of(event)));
        }
    }

    /**
     * One line of the log.
     *
     * @param values the keys and values that it was given
     * @param requestId the request that it belongs to
     * @param traceId the trace that it belongs to
     * @param stackTrace of the exception that it was given
     */
    public record Line(String level, String logger, String text, Map<String, String> values,
            @Nullable String requestId, @Nullable String traceId, @Nullable String stackTrace) {

        static Line of(ILoggingEvent event) {
            var values = Objects.requireNonNullElse(event.getKeyValuePairs(), List.<KeyValuePair>of()).stream()
                    .collect(Collectors.toMap(pair -> pair.key, pair -> String.valueOf(pair.value), (_, last) -> last));
            var context = event.getMDCPropertyMap();
            return new Line(event.getLevel().toString(), event.getLoggerName(), event.getFormattedMessage(), values,
                    context.get("request_id"), context.get("traceId"),
                    event.getThrowableProxy() == null ? null : ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
    }

    /** The lines that were given this value under this key, in the sequence in which they came. */
    public List<Line> with(String key, Object value) {
        return lines.stream().filter(line -> value.toString().equals(line.values().get(key))).toList();
    }

    /** The lines whose text has this part. */
    public List<Line> saying(String part) {
        return lines.stream().filter(line -> line.text().contains(part)).toList();
    }

    /** The lines of this logger. */
    public List<Line> of(String logger) {
        return lines.stream().filter(line -> line.logger().equals(logger)).toList();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        lines.clear();
        RUNNING.add(this);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        RUNNING.remove(this);
    }
}
