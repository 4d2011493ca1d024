package dev.ashlar.gateway.configuration;

import dev.ashlar.gateway.route.Action;
import dev.ashlar.gateway.route.HeaderChanges;
import dev.ashlar.gateway.route.LimitClass;
import dev.ashlar.gateway.route.Match;
import dev.ashlar.gateway.route.Rewrite;
import dev.ashlar.gateway.route.Route;
import dev.ashlar.gateway.route.SessionRule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Reads a route of the configuration file. */
final class RouteReader {

    private static final long MAX_BODY = DataSize.ofMegabytes(100).toBytes();
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private RouteReader() {}

    /** @param builtIn false for the operator's file */
    static Route read(Section section, boolean builtIn) {
        var id = section.required("id");
        var match = section.section("match").map(RouteReader::match)
                .orElse(new Match(List.of(), null, Set.of(), Map.of(), Map.of(), Map.of()));
        var rewrite = section.section("rewrite");
        var route = new Route(id, builtIn, match, action(section),
                section.section("sticky").map(RouteReader::cookie).orElse(null),
                rewrite.map(RouteReader::rewrite).orElse(Rewrite.NONE), headers(section, "request-headers"),
                headers(section, "response-headers"),
                option(section, "session", SessionRule.values()).orElse(SessionRule.REQUIRED),
                option(section, "limit", LimitClass.values()).orElse(LimitClass.DEFAULT),
                Values.flag(section, "cache").orElse(false),
                Values.bytes(section, "body-limit", MAX_BODY).orElse(null),
                Values.duration(section, "timeout").orElse(null),
                Values.flag(section, "idempotency-key").orElse(false));
        section.finish();
        return route;
    }

    private static Match match(Section section) {
        var methods = section.list("methods").stream().map(method -> {
            if (!TOKEN.matcher(method).matches()) {
                throw section.refuse("methods", "'%s' is no method.".formatted(method));
            }
            return method;
        }).collect(Collectors.toUnmodifiableSet());
        var match = new Match(section.list("path").stream().map(text -> path(section, text)).toList(),
                section.text("host").orElse(null), methods, section.texts("headers"), section.texts("cookies"),
                section.texts("query"));
        section.finish();
        return match;
    }

    private static PathPattern path(Section section, String text) {
        if (!text.startsWith("/")) {
            throw section.refuse("path", "'%s' is no path pattern. Begin it with '/'.".formatted(text));
        }
        try {
            return PathPatternParser.defaultInstance.parse(text);
        } catch (IllegalArgumentException e) {
            throw section.refuse("path", "'%s' is no path pattern such as /open/** or /items/{id}.".formatted(text));
        }
    }

    private static Action action(Section section) {
        var actions = List.of("upstream", "split", "redirect", "respond").stream().filter(section::has).toList();
        if (actions.size() != 1) {
            throw section.refuse(actions.size() > 1 ? actions.getLast() : "id",
                    "Write exactly one of 'upstream', 'split', 'redirect' and 'respond' in a route.");
        }
        return switch (actions.getFirst()) {
            case "upstream" ->
                new Action.Forward(List.of(new Action.Share(section.required("upstream"), null, 1)));
            case "split" -> split(section);
            case "redirect" -> redirect(section.section("redirect").orElseThrow());
            default -> respond(section.section("respond").orElseThrow());
        };
    }

    private static Action split(Section section) {
        var shares = section.sections("split").stream().map(one -> {
            var share = new Action.Share(one.required("upstream"), one.text("version").orElse(null),
                    Values.integer(one, "weight", 0, 10_000).orElse(1));
            one.finish();
            return share;
        }).toList();
        if (shares.stream().mapToInt(Action.Share::weight).sum() == 0) {
            throw section.refuse("split", "Give at least one share of the split a weight above 0.");
        }
        return new Action.Forward(shares);
    }

    private static Action redirect(Section section) {
        section.required("to");
        var redirect = new Action.Redirect(Values.uri(section, "to").orElseThrow(),
                section.parsed("status", "301, 302, 303, 307 or 308", text -> {
                    if (!Set.of("301", "302", "303", "307", "308").contains(text)) {
                        throw new IllegalArgumentException();
                    }
                    return Integer.valueOf(text);
                }).orElse(308));
        section.finish();
        return redirect;
    }

    private static Action respond(Section section) {
        var respond = new Action.Respond(Values.integer(section, "status", 200, 599).orElse(200),
                section.text("body").orElse(""));
        section.finish();
        return respond;
    }

    private static String cookie(Section section) {
        var name = section.required("cookie");
        if (!TOKEN.matcher(name).matches()) {
            throw section.refuse("cookie", "'%s' is no name of a cookie.".formatted(name));
        }
        section.finish();
        return name;
    }

    private static Rewrite rewrite(Section section) {
        var host = section.text("host").orElse(null);
        var rewrite = section.parsed("path", "a rule such as \"/open/(.*) => /$1\"", text -> {
            var parts = text.split("\\s*=>\\s*", 2);
            if (parts.length != 2) {
                throw new IllegalArgumentException();
            }
            var from = Pattern.compile(parts[0].strip());
            checkGroups(from, parts[1]);
            return new Rewrite(from, parts[1].strip(), host);
        }).orElse(new Rewrite(null, "", host));
        section.finish();
        return rewrite;
    }

    /** Fails now instead of at the first request. */
    private static void checkGroups(Pattern from, String to) {
        var groups = from.matcher("").groupCount();
        Pattern.compile("\\$(\\d)").matcher(to).results().map(found -> Integer.parseInt(found.group(1)))
                .filter(group -> group > groups).findAny().ifPresent(_ -> {
                    throw new IllegalArgumentException();
                });
    }

    private static HeaderChanges headers(Section section, String key) {
        return section.section(key).map(one -> {
            var changes = new HeaderChanges(one.list("remove"), headers(one.texts("set"), one),
                    headers(one.texts("add"), one));
            one.finish();
            return changes;
        }).orElse(HeaderChanges.NONE);
    }

    private static Map<String, String> headers(Map<String, String> headers, Section section) {
        headers.forEach((name, value) -> {
            if (!TOKEN.matcher(name).matches() || value.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7f)) {
                throw section.refuse("'%s: %s' is no header.".formatted(name, value));
            }
        });
        return new TreeMap<>(headers);
    }

    private static <E extends Enum<E>> Optional<E> option(Section section, String key, E[] values) {
        var options = Arrays.stream(values).map(RouteReader::key).collect(Collectors.joining(", "));
        return section.parsed(key, "one of " + options, text -> Arrays.stream(values)
                .filter(value -> key(value).equals(text)).findAny().orElseThrow(IllegalArgumentException::new));
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
