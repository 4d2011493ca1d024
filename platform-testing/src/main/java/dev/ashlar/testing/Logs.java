package dev.ashlar.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

/** What is logged while a test runs, whether the console shows it or not. For a field with {@link RegisterExtension}. */
public final class Logs implements BeforeEachCallback, AfterEachCallback {

    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(Line.of(event));
        }
    };

    /** An application that a test starts configures logging anew, which detaches all appenders. */
    private final LoggerContextListener reattachment = new LoggerContextListener() {

        @Override
        public boolean isResetResistant() {
            return true;
        }

        @Override
        public void onReset(LoggerContext context) {
            attach();
        }

        @Override
        public void onStart(LoggerContext context) {}

        @Override
        public void onStop(LoggerContext context) {}

        @Override
        public void onLevelChange(Logger logger, Level level) {}
    };

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
        attach();
        root().getLoggerContext().addListener(reattachment);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        root().getLoggerContext().removeListener(reattachment);
        root().detachAppender(appender);
        appender.stop();
    }

    private void attach() {
        appender.start();
        root().addAppender(appender);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    }
}
