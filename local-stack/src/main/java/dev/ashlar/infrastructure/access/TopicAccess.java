package dev.ashlar.infrastructure.access;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.ashlar.process.Resources;

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

    public static final List<TopicAccess> SERVICES = provisioned();

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

    private static List<TopicAccess> provisioned() {
        return Resources.text("/kafka/access.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> List.of(line.split(" +")))
                .map(words -> new TopicAccess(words.getFirst(), topics("writes", words), topics("handles", words),
                        topics("watches", words)))
                .toList();
    }

    private static List<String> topics(String verb, List<String> words) {
        return words.stream()
                .filter(word -> word.startsWith(verb + "="))
                .flatMap(word -> Stream.of(word.substring(verb.length() + 1).split(",")))
                .toList();
    }
}
