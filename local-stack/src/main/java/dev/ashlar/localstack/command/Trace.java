package dev.ashlar.localstack.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.ashlar.process.StackFailure;
import dev.ashlar.localstack.command.Terminal.Colour;
import tools.jackson.databind.JsonNode;

/** {@code trace}: prints what each service did for an order, which steps are missing, and why. */
final class Trace {

    private final GatewayClient api;
    private final String token;
    private final String order;
    private final MissingStep reasons;
    private final List<Entry> entries = new ArrayList<>();
    /** Steps of services that do not answer. */
    private final Set<String> unknown = new HashSet<>();

    private record Entry(Instant at, String service, String step, String detail) {}

    Trace(GatewayClient api, String token, String order, MissingStep reasons) {
        this.api = api;
        this.token = token;
        this.order = order;
        this.reasons = reasons;
    }

    void print(Terminal terminal) throws InterruptedException {
        var found = api.get("/orders/" + order, token);
        if (found.status() == 404) {
            throw new StackFailure("There is no order " + order);
        }
        var status = found.expect(200).path("status").asString();
        for (var service : ExpectedSteps.SERVICES.keySet()) {
            collect(service, terminal);
        }
        terminal.out().printf("order %s: %s%n", order, status);
        entries.stream().sorted(Comparator.comparing(Entry::at))
                .forEach(entry -> terminal.out().printf("%-27s %-18s %s %s%n",
                        entry.at(), entry.service(), terminal.paint(Colour.GREEN, "%-10s".formatted(entry.step())),
                        entry.detail()));
        var expected = new ExpectedSteps(status, entries.stream().map(Entry::step).toList(), unknown);
        if (!expected.notKnown().isEmpty()) {
            terminal.out().println("not known: " + String.join(", ", expected.notKnown()));
        }
        for (var step : expected.missing()) {
            terminal.out().println(terminal.paint(Colour.YELLOW, "missing: " + step) + ": " + reasons.of(step));
        }
        if (expected.missing().isEmpty() && expected.notKnown().isEmpty()) {
            terminal.out().println("nothing is missing");
        }
    }

    private void collect(String service, Terminal terminal) throws InterruptedException {
        var steps = api.get("/%s/steps?order_id=%s".formatted(service, order), token);
        if (steps.status() != 200) {
            unknown.addAll(ExpectedSteps.SERVICES.get(service));
            terminal.out().println(terminal.paint(Colour.YELLOW,
                    "%s-service responds with %d".formatted(service, steps.status())));
            return;
        }
        steps.body().path("items").forEach(step -> entries.add(new Entry(Instant.parse(step.path("at").asString()),
                service + "-service", step.path("step").asString(), ids(step))));
    }

    private static String ids(JsonNode step) {
        return "request=%s trace=%s".formatted(step.path("request_id").asString("-"),
                step.path("trace_id").asString("-"));
    }
}
