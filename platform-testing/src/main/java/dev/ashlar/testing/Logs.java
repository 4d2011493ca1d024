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

/** Records the log while a test runs, also lines that the console hides. Use it in a field with {@link RegisterExtension}. */
public final class Logs implements BeforeEachCallback, AfterEachCallback {

    private static final Set<Logs> RUNNING = ConcurrentHashMap.newKeySet();

    private final List<Line> lines = new CopyOnWriteArrayList<>();

    /** Named in logback-test.xml, so it works again after a test's application has reconfigured logging. */
    public static final class Recorder extends AppenderBase<ILoggingEvent> {

        @Override
        protected void append(ILoggingEvent event) {
            RUNNING.forEach(logs -> logs.lines.add(Line.of(event)));
        }
    }

    /**
     * One line of the log.
     *
     * @param values the keys and values of the line
     * @param requestId the id of the request, if any
     * @param traceId the id of the trace, if any
     * @param stackTrace of the logged exception, if any
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

    /** The lines that have this value under this key, in the order in which they were logged. */
    public List<Line> with(String key, Object value) {
        return lines.stream().filter(line -> value.toString().equals(line.values().get(key))).toList();
    }

    /** The lines whose text contains this part. */
    public List<Line> saying(String part) {
        return lines.stream().filter(line -> line.text().contains(part)).toList();
    }

    /** The lines that this logger wrote. */
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
