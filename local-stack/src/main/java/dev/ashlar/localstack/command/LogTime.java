package dev.ashlar.localstack.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the time at the beginning of a log line, in the formats of the services, PostgreSQL, Kafka and Redis. */
final class LogTime {

    private static final Pattern ISO = Pattern.compile(
            "(?:\\e\\[[0-9;]*m)*\\[?(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d:\\d\\d)[.,](\\d{3})\\d* ?(Z|UTC|[+-]\\d\\d:\\d\\d)?.*");
    private static final Pattern REDIS = Pattern
            .compile("\\d+:[A-Z] (\\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d\\.\\d{3}) .*");
    private static final DateTimeFormatter OF_REDIS = DateTimeFormatter.ofPattern("dd MMM yyyy HH:mm:ss.SSS",
            Locale.ENGLISH);

    private LogTime() {}

    /** Returns the time in UTC, so that texts sort in the sequence of time. */
    static Optional<String> of(String line) {
        try {
            var iso = ISO.matcher(line);
            if (iso.matches()) {
                var local = LocalDateTime.parse("%sT%s.%s".formatted(iso.group(1), iso.group(2), iso.group(3)));
                return Optional.of(utc(local, iso.group(4) == null
                        ? ZoneId.systemDefault()
                        : iso.group(4).equals("UTC") ? ZoneOffset.UTC : ZoneId.of(iso.group(4))));
            }
            var redis = REDIS.matcher(line);
            return redis.matches()
                    ? Optional.of(utc(LocalDateTime.parse(redis.group(1), OF_REDIS), ZoneId.systemDefault()))
                    : Optional.empty();
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static String utc(LocalDateTime local, ZoneId zone) {
        Instant instant = local.atZone(zone).toInstant();
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC).format(instant);
    }
}
