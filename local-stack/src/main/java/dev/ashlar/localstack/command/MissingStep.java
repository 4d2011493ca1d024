package dev.ashlar.localstack.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.ashlar.localstack.supervisor.StatusReport;
import dev.ashlar.localstack.supervisor.StatusReport.ProcessStatus;
import tools.jackson.databind.JsonNode;

/** Finds out why a step of an order is missing: a stopped service, a dead letter, an outbox, or the lag of a consumer. */
final class MissingStep {

    private final GatewayClient api;
    private final StatusReport status;
    private final String token;
    private final String order;

    MissingStep(GatewayClient api, StatusReport status, String token, String order) {
        this.api = api;
        this.status = status;
        this.token = token;
        this.order = order;
    }

    /** @param step as {@link ExpectedSteps} names it, such as {@code reserved or refused} or {@code mailed (1 of 2)} */
    String of(String step) throws InterruptedException {
        var name = step.split(" ")[0];
        var service = ExpectedSteps.SERVICES.entrySet().stream().filter(entry -> entry.getValue().contains(name))
                .map(Map.Entry::getKey).findFirst().orElseThrow();
        if (instances(service).findAny().isEmpty()) {
            return service + "-service does not run";
        }
        var letter = deadLetter(service);
        if (letter.isPresent()) {
            return "%s-service has a dead letter of this order: %s (%s)".formatted(service,
                    letter.get().path("reason").asString(), letter.get().path("id").asString());
        }
        if (name.equals("mailed")) {
            var mail = unsentMail();
            if (mail.isPresent()) {
                return mail.get();
            }
        }
        return waiting(service, name).orElse(
                "no reason found; it may be in progress. ./ashlar logs | grep " + order);
    }

    private Optional<String> waiting(String service, String step) throws InterruptedException {
        var writer = service.equals("order") && !step.equals("published") ? "inventory" : "order";
        var events = figure(writer, "outbox", "backlog");
        if (events > 0) {
            return Optional.of("%d events wait in the outbox of %s-service".formatted(events, writer));
        }
        var lag = figure(service, "consumer_lag", service.equals("order") ? "inventory" : "orders");
        return lag > 0
                ? Optional.of("%s-service is %d messages behind".formatted(service, lag))
                : Optional.empty();
    }

    private Optional<JsonNode> deadLetter(String service) throws InterruptedException {
        var letters = api.get("/%s/dead-letters?key=%s&limit=100".formatted(service, order), token);
        return letters.status() != 200
                ? Optional.empty()
                : letters.body().path("items").valueStream()
                        .filter(letter -> List.of("PARKED", "REPLAYING").contains(letter.path("state").asString()))
                        .findFirst();
    }

    private Optional<String> unsentMail() throws InterruptedException {
        var mails = api.get("/emails?order_id=" + order, token);
        var unsent = mails.body().path("items").valueStream()
                .filter(mail -> !mail.path("status").asString().equals("SENT"))
                .map(mail -> "%s is %s after %d attempts".formatted(mail.path("template").asString(),
                        mail.path("status").asString(), mail.path("attempts").asInt()))
                .collect(Collectors.joining(", "));
        return mails.status() != 200 || unsent.isEmpty() ? Optional.empty() : Optional.of(unsent);
    }

    /** The largest figure of all instances; 0 if none answers. */
    private long figure(String service, String check, String name) throws InterruptedException {
        var largest = 0L;
        for (var instance : instances(service).toList()) {
            largest = Math.max(largest, api.health(instance.port(), token).path("checks").path(check).path(name)
                    .asLong(0));
        }
        return largest;
    }

    private Stream<ProcessStatus> instances(String service) {
        return status.processes().stream()
                .filter(process -> process.name().equals(service + "-service") && process.runs());
    }
}
