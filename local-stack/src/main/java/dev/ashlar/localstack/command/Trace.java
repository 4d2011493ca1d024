package dev.ashlar.localstack.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.ashlar.process.StackFailure;
import dev.ashlar.localstack.command.Terminal.Colour;
import tools.jackson.databind.JsonNode;

/** {@code trace}: prints what each service did for an order, and which steps are missing. */
final class Trace {

    private static final List<String> SERVICES = List.of("order", "inventory", "email", "analytics");

    private final GatewayClient api;
    private final String token;
    private final String order;
    private final List<Entry> entries = new ArrayList<>();
    /** Steps that no service reports. */
    private final Set<String> unknown = new HashSet<>();

    private record Entry(Instant at, String service, String step, String detail) {}

    Trace(GatewayClient api, String token, String order) {
        this.api = api;
        this.token = token;
        this.order = order;
    }

    void print(Terminal terminal) throws InterruptedException {
        var found = api.get("/orders/" + order, token);
        if (found.status() == 404) {
            throw new StackFailure("There is no order " + order);
        }
        var state = found.expect(200);
        for (var service : SERVICES) {
            collect(service, state);
        }
        terminal.out().printf("order %s: %s%n", order, state.path("status").asString());
        entries.stream().sorted(Comparator.comparing(Entry::at))
                .forEach(entry -> terminal.out().printf("%-27s %-18s %s %s%n",
                        entry.at(), entry.service(), terminal.paint(Colour.GREEN, "%-10s".formatted(entry.step())),
                        entry.detail()));
        var expected = new ExpectedSteps(state.path("status").asString(),
                entries.stream().map(Entry::step).toList(), unknown);
        if (!expected.notKnown().isEmpty()) {
            terminal.out().println("not known, because the services do not tell: "
                    + String.join(", ", expected.notKnown()));
        }
        if (!expected.missing().isEmpty()) {
            terminal.out().println(
                    terminal.paint(Colour.YELLOW, "missing: " + String.join(", ", expected.missing())));
        } else if (expected.notKnown().isEmpty()) {
            terminal.out().println("nothing is missing");
        }
    }

    /** Uses the steps that the service reports. If it reports none, uses what its API shows. */
    private void collect(String service, JsonNode state) throws InterruptedException {
        var steps = api.get("/%s/steps?order_id=%s".formatted(service, order), token);
        if (steps.status() == 200) {
            steps.body().path("items")
                    .forEach(step -> add(step.path("at").asString(), service, step.path("step").asString(), ids(step)));
            return;
        }
        switch (service) {
            case "order" -> {
                unknown.add("published");
                add(state.path("created_at").asString(), service, "accepted", "");
                if (!state.path("status").asString().equals("PENDING")) {
                    add(state.path("updated_at").asString(), service,
                            state.path("status").asString().toLowerCase(Locale.ROOT),
                            state.path("reason").asString(""));
                }
            }
            case "email" -> api.get("/emails?order_id=" + order, token).expect(200).path("items").forEach(mail -> {
                if (mail.path("status").asString().equals("SENT")) {
                    add(mail.path("sent_at").asString(), service, "mailed", mail.path("template").asString());
                }
            });
            case "inventory" -> unknown.addAll(Set.of("reserved", "refused", "released"));
            default -> unknown.add("counted");
        }
    }

    private void add(String at, String service, String step, String detail) {
        entries.add(new Entry(Instant.parse(at), service + "-service", step, detail));
    }

    private static String ids(JsonNode step) {
        return "request=%s trace=%s".formatted(step.path("request_id").asString("-"),
                step.path("trace_id").asString("-"));
    }
}
