package dev.ashlar.gateway.configuration;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/** The types of values in the configuration file. */
final class Values {

    private Values() {}

    static Optional<Duration> duration(Section section, String key) {
        return section.parsed(key, "a duration such as 500ms, 10s or 2m", text -> {
            var duration = DurationStyle.detectAndParse(text);
            return check(duration, duration.isPositive());
        });
    }

    static Optional<Integer> integer(Section section, String key, int min, int max) {
        return section.parsed(key, "an integer from " + min + " to " + max, text -> {
            var number = Integer.parseInt(text);
            return check(number, number >= min && number <= max);
        });
    }

    static Optional<Boolean> flag(Section section, String key) {
        return section.parsed(key, "true or false",
                text -> check(text.equals("true"), text.equals("true") || text.equals("false")));
    }

    /** From 0 to 1. */
    static Optional<Double> share(Section section, String key) {
        return section.parsed(key, "a percentage from 0% to 100%", text -> {
            var percent = Double.parseDouble(text.endsWith("%") ? text.substring(0, text.length() - 1) : text);
            return check(percent / 100, percent >= 0 && percent <= 100);
        });
    }

    static Optional<Long> bytes(Section section, String key, long max) {
        return section.parsed(key, "a size such as 64KiB or 10MiB, at most " + DataSize.ofBytes(max).toMegabytes()
                + "MiB", text -> {
                    var size = DataSize.parse(text.replaceFirst("([KMG])iB$", "$1B")).toBytes();
                    return check(size, size >= 0 && size <= max);
                });
    }

    static Optional<URI> uri(Section section, String key) {
        return section.parsed(key, "a URL", URI::create);
    }

    static Optional<Path> file(Section section, String key) {
        return section.parsed(key, "a file", Path::of);
    }

    private static <T> T check(T value, boolean valid) {
        if (!valid) {
            throw new IllegalArgumentException();
        }
        return value;
    }
}
