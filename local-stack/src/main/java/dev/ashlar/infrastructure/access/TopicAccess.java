package dev.ashlar.infrastructure.access;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.ashlar.process.Resources;

/**
 * The rights of one service to Kafka's topics. The brokers refuse everything that is not in {@link #SERVICES}.
 *
 * @param service name of the service and its account; its consumer groups begin with this name
 * @param writes topics that the service creates and writes (ADR 21)
 * @param handles topics whose events the service handles; failed events go to its dead-letter topics (ADR 5)
 * @param watches topics that the service reads without dead letters
 */
public record TopicAccess(String service, List<String> writes, List<String> handles, List<String> watches) {

    public static final List<TopicAccess> SERVICES = provisioned();

    /** Topics that the service creates and writes. */
    public List<String> written() {
        return Stream.concat(writes.stream(), deadLetters()).toList();
    }

    /** Topics that the service reads, including its dead-letter topics for replays. */
    public List<String> read() {
        return Stream.of(handles.stream(), watches.stream(), deadLetters()).flatMap(topics -> topics).toList();
    }

    /** The variable that contains the password: {@code ORDER_SERVICE_KAFKA_PASSWORD} and so on. */
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
