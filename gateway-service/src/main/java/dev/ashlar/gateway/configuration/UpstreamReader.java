package dev.ashlar.gateway.configuration;

import dev.ashlar.gateway.upstream.HashKey;
import dev.ashlar.gateway.upstream.InstanceList;
import dev.ashlar.gateway.upstream.InstanceSettings;
import dev.ashlar.gateway.upstream.Timeouts;
import dev.ashlar.gateway.upstream.UpstreamLimits;
import dev.ashlar.gateway.upstream.UpstreamSettings;
import dev.ashlar.gateway.upstream.balance.Algorithm;
import dev.ashlar.gateway.upstream.health.HealthSettings;
import dev.ashlar.gateway.upstream.health.OutlierSettings;
import dev.ashlar.gateway.upstream.tls.TlsSettings;
import dev.ashlar.gateway.upstream.tls.UpstreamTls;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an upstream of the configuration file. */
final class UpstreamReader {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
    private static final String ADDRESS = "an address such as http://10.0.0.1:8080";
    private static final int MAX_WEIGHT = 1_000;
    private static final int MAX_IN_FLIGHT = 100_000;

    private UpstreamReader() {}

    static UpstreamSettings read(Section section) {
        var name = section.required("name");
        if (!NAME.matcher(name).matches()) {
            throw section.refuse("name", "'%s' is no name. Use small letters, digits and hyphens.".formatted(name));
        }
        var balance = section.section("balance");
        var algorithm = balance.flatMap(UpstreamReader::algorithm).orElse(Algorithm.LEAST_CONNECTIONS);
        var by = balance.flatMap(one -> by(one, algorithm)).orElse(HashKey.CLIENT_ADDRESS);
        balance.ifPresent(Section::finish);
        var settings = new UpstreamSettings(name, instances(section), algorithm, by,
                section.section("health").map(UpstreamReader::health).orElse(null),
                outliers(section.section("outliers")), limits(section.section("limits")),
                timeouts(section.section("timeouts")),
                section.section("tls").map(UpstreamReader::tls).orElse(null));
        section.finish();
        return settings;
    }

    private static Optional<Algorithm> algorithm(Section section) {
        return section.parsed("algorithm", "one of " + Algorithm.keys(),
                text -> Algorithm.of(text).orElseThrow(IllegalArgumentException::new));
    }

    private static Optional<HashKey> by(Section section, Algorithm algorithm) {
        if (section.has("by") && algorithm != Algorithm.CONSISTENT_HASH) {
            throw section.refuse("by", "'by' needs the algorithm consistent-hash. Remove it, or change the algorithm.");
        }
        return section.parsed("by", "header:NAME, cookie:NAME, path:VARIABLE or user", text -> {
            var parts = text.split(":", 2);
            var source = HashKey.Source.valueOf(parts[0].toUpperCase(Locale.ROOT));
            if (source == HashKey.Source.USER != (parts.length == 1) || source == HashKey.Source.CLIENT_ADDRESS) {
                throw new IllegalArgumentException();
            }
            return new HashKey(source, parts.length == 1 ? "" : parts[1]);
        });
    }

    /** {@code instances} is a list, one URL, or {@code file:FILE}. {@code file} may also stand beside or below it. */
    private static InstanceList instances(Section section) {
        section.has("instances");
        var file = Values.file(section, "file").or(() -> fileBelowInstances(section));
        if (file.isPresent()) {
            return new InstanceList.InFile(file.get());
        }
        if (section.isText("instances")) {
            var text = section.required("instances");
            return text.startsWith("file:")
                    ? new InstanceList.InFile(Path.of(text.substring("file:".length())))
                    : new InstanceList.Listed(List.of(section.parsed("instances", ADDRESS,
                            url -> InstanceSettings.of(URI.create(url))).orElseThrow()));
        }
        var entries = section.sections("instances");
        if (entries.isEmpty()) {
            throw section.refuse("instances", "Write 'instances' with at least one address, or 'file'.");
        }
        return new InstanceList.Listed(entries.stream().map(UpstreamReader::instance).toList());
    }

    private static Optional<Path> fileBelowInstances(Section section) {
        if (!section.isMapping("instances")) {
            return Optional.empty();
        }
        var instances = section.section("instances").orElseThrow();
        instances.required("file");
        var file = Values.file(instances, "file");
        instances.finish();
        return file;
    }

    private static InstanceSettings instance(Section section) {
        section.required("address");
        var address = section.parsed("address", ADDRESS, url -> InstanceSettings.of(URI.create(url)).address())
                .orElseThrow();
        var instance = new InstanceSettings(address, Values.integer(section, "weight", 1, MAX_WEIGHT).orElse(1),
                Values.flag(section, "backup").orElse(false), section.text("version").orElse(null),
                section.text("zone").orElse(null));
        section.finish();
        return instance;
    }

    private static HealthSettings health(Section section) {
        var interval = Values.duration(section, "interval").orElse(Duration.ofSeconds(5));
        var second = Duration.ofSeconds(1);
        var settings = new HealthSettings(section.text("path").orElse("/health"), section.text("ready").orElse(null),
                interval, Values.duration(section, "timeout").orElse(second),
                Values.integer(section, "healthy", 1, 100).orElse(2),
                Values.integer(section, "unhealthy", 1, 100).orElse(3),
                Values.duration(section, "start-interval").orElse(interval.compareTo(second) < 0 ? interval : second),
                Values.duration(section, "slow-start").orElse(Duration.ofSeconds(10)));
        section.finish();
        return settings;
    }

    private static OutlierSettings outliers(Optional<Section> section) {
        var settings = new OutlierSettings(
                section.flatMap(one -> Values.integer(one, "consecutive-failures", 0, 1_000)).orElse(5),
                section.flatMap(one -> Values.duration(one, "eject-for")).orElse(Duration.ofSeconds(5)),
                section.flatMap(one -> Values.share(one, "eject-at-most")).orElse(0.5));
        section.ifPresent(Section::finish);
        return settings;
    }

    private static UpstreamLimits limits(Optional<Section> section) {
        var inFlight = section.flatMap(one -> Values.integer(one, "in-flight", 1, MAX_IN_FLIGHT)).orElse(300);
        var limits = new UpstreamLimits(inFlight, section
                .flatMap(one -> Values.integer(one, "in-flight-per-instance", 1, MAX_IN_FLIGHT)).orElse(150),
                section.flatMap(one -> Values.integer(one, "streams", 1, MAX_IN_FLIGHT)).orElse(300));
        section.ifPresent(Section::finish);
        return limits;
    }

    private static Timeouts timeouts(Optional<Section> section) {
        var timeouts = new Timeouts(
                section.flatMap(one -> Values.duration(one, "connect")).orElse(Duration.ofSeconds(1)),
                section.flatMap(one -> Values.duration(one, "response")).orElse(Duration.ofSeconds(30)),
                section.flatMap(one -> Values.duration(one, "idle")).orElse(Duration.ofSeconds(30)),
                section.flatMap(one -> Values.duration(one, "total")).orElse(null));
        section.ifPresent(Section::finish);
        return timeouts;
    }

    private static TlsSettings tls(Section section) {
        var settings = new TlsSettings(readable(section, "trust"), readable(section, "certificate"),
                readable(section, "key"));
        if (settings.certificate() == null != (settings.key() == null)) {
            throw section.refuse("Write both 'certificate' and 'key', or neither of them.");
        }
        try {
            UpstreamTls.check(settings);
        } catch (IllegalArgumentException e) {
            throw section.refuse("The files are no certificates and private key in PEM: %s Correct them."
                    .formatted(e.getMessage()));
        }
        section.finish();
        return settings;
    }

    private static @Nullable Path readable(Section section, String key) {
        var file = Values.file(section, key).orElse(null);
        if (file != null && !Files.isReadable(file)) {
            throw section.refuse(key, "The file %s can't be read. Create it, or correct its path.".formatted(file));
        }
        return file;
    }
}
