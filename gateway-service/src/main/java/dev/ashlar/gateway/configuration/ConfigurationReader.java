package dev.ashlar.gateway.configuration;

import dev.ashlar.gateway.route.Action;
import dev.ashlar.gateway.route.Route;
import dev.ashlar.gateway.upstream.UpstreamSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Joins the files and checks what concerns several entries. */
final class ConfigurationReader {

    private final Map<String, UpstreamSettings> upstreams = new LinkedHashMap<>();
    private final List<Entry> routes = new ArrayList<>();

    private record Entry(Section section, Route route) {

        boolean isDefault() {
            return route.match().isEmpty();
        }
    }

    /**
     * The operator's routes precede the built-in ones, but the operator's default route is the last of all. An upstream of the operator
     * replaces the built-in one of the same name.
     *
     * @throws ConfigurationRefused if a file has an error
     */
    static GatewayConfiguration read(Section builtIn, List<Section> operators) {
        var reader = new ConfigurationReader();
        reader.addUpstreams(builtIn);
        operators.forEach(reader::addUpstreams);
        operators.forEach(file -> reader.addRoutes(file, false));
        reader.addRoutes(builtIn, true);
        Stream.concat(Stream.of(builtIn), operators.stream()).forEach(Section::finish);
        reader.checkRoutes();
        var ordered = Stream.concat(reader.routes.stream().filter(one -> !one.isDefault()),
                reader.routes.stream().filter(Entry::isDefault)).toList();
        ordered.forEach(entry -> RedirectCycles.check(entry.section(), entry.route(),
                ordered.stream().map(Entry::route).toList()));
        return new GatewayConfiguration(List.copyOf(reader.upstreams.values()),
                ordered.stream().map(Entry::route).toList());
    }

    private void addUpstreams(Section file) {
        var names = new ArrayList<String>();
        for (var section : file.sections("upstreams")) {
            var settings = UpstreamReader.read(section);
            if (names.contains(settings.name())) {
                throw section.refuse("name", "There are two upstreams '%s'. Rename one.".formatted(settings.name()));
            }
            names.add(settings.name());
            upstreams.put(settings.name(), settings);
        }
    }

    private void addRoutes(Section file, boolean builtIn) {
        var ids = new ArrayList<String>();
        for (var section : file.sections("routes")) {
            var route = RouteReader.read(section, builtIn);
            if (ids.contains(route.id())) {
                throw section.refuse("id", "There are two routes '%s'. Rename one.".formatted(route.id()));
            }
            ids.add(route.id());
            routes.add(new Entry(section, route));
        }
    }

    private void checkRoutes() {
        var defaults = 0;
        for (var entry : routes) {
            if (entry.isDefault() && ++defaults > 1) {
                throw entry.section().refuse("id",
                        "There are two default routes, which are routes without 'match'. Remove one.");
            }
            if (entry.route().action() instanceof Action.Forward(var shares)) {
                shares.forEach(share -> checkShare(entry.section(), share));
            }
        }
    }

    private void checkShare(Section section, Action.Share share) {
        if (!upstreams.containsKey(share.upstream())) {
            throw section.refuse(section.has("split") ? "split" : "upstream",
                    "There is no upstream '%s'. Define it, or use one of: %s.".formatted(share.upstream(),
                            String.join(", ", upstreams.keySet())));
        }
    }
}
