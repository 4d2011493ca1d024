package dev.ashlar.infrastructure.access;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What one service does with Kafka's topics. It may do that and nothing else: the brokers refuse what is not in
 * {@link #SERVICES}.
 *
 * @param service its name, at Kafka as elsewhere; its consumer groups begin with it
 * @param writes the streams that it writes, and therefore creates (ADR 21)
 * @param handles the streams whose events have an effect in it; what it cannot handle goes to its dead letters (ADR 5)
 * @param watches the streams that it reads without keeping dead letters
 */
public record TopicAccess(String service, List<String> writes, List<String> handles, List<String> watches) {

    public static final List<TopicAccess> SERVICES = List.of(
            of("gateway-service").watching("products"),
            of("user-service").writing("users").handling("users"),
            of("order-service").writing("orders").handling("inventory", "products"),
            of("inventory-service").writing("inventory", "products").handling("orders"),
            of("email-service").handling("orders", "users"),
            of("analytics-service").handling("orders"));

    /** Topics that the service creates and writes. */
    public List<String> written() {
        return Stream.concat(writes.stream(), deadLetters()).toList();
    }

    /** Topics that the service reads; its own dead letters too, to replay them. */
    public List<String> read() {
        return Stream.of(handles.stream(), watches.stream(), deadLetters()).flatMap(topics -> topics).toList();
    }

    /** The variable that its password is handed over in: {@code ORDER_SERVICE_KAFKA_PASSWORD} and so on. */
    public String passwordVariable() {
        return service.toUpperCase(Locale.ROOT).replace('-', '_') + "_KAFKA_PASSWORD";
    }

    private Stream<String> deadLetters() {
        return handles.stream().map(topic -> topic + "." + service + ".dlt");
    }

    private static TopicAccess of(String service) {
        return new TopicAccess(service, List.of(), List.of(), List.of());
    }

    private TopicAccess writing(String... topics) {
        return new TopicAccess(service, List.of(topics), handles, watches);
    }

    private TopicAccess handling(String... topics) {
        return new TopicAccess(service, writes, List.of(topics), watches);
    }

    private TopicAccess watching(String... topics) {
        return new TopicAccess(service, writes, handles, List.of(topics));
    }
}
