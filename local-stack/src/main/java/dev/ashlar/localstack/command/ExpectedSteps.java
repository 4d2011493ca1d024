package dev.ashlar.localstack.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares the steps that services report for an order with the steps that its status requires.
 *
 * @param seen one entry for each report: one {@code mailed} for each mail
 * @param unknown steps that no service reports
 */
record ExpectedSteps(String status, List<String> seen, Set<String> unknown) {

    /** By service, in the sequence in which the services handle an order. */
    static final Map<String, List<String>> SERVICES = services();

    /** Steps of other services, which show that the event of the new order was published. */
    private static final List<String> AFTER_PUBLISHED = List.of("reserved", "refused", "mailed", "counted");

    private static Map<String, List<String>> services() {
        var services = new LinkedHashMap<String, List<String>>();
        services.put("order", List.of("accepted", "published", "confirmed", "rejected", "cancelled"));
        services.put("inventory", List.of("reserved", "refused", "released"));
        services.put("email", List.of("mailed"));
        services.put("analytics", List.of("counted"));
        return services;
    }

    /** An order of an older version has no step {@code published}, although it was published. */
    List<String> missing() {
        return lacking(false).stream()
                .filter(step -> !step.equals("published") || Collections.disjoint(AFTER_PUBLISHED, seen)).toList();
    }

    List<String> notKnown() {
        return lacking(true);
    }

    private List<String> lacking(boolean ofUnknown) {
        var lacking = new ArrayList<String>();
        for (var step : steps()) {
            var alternatives = List.of(step.split(" or "));
            if (Collections.disjoint(alternatives, seen)
                    && Collections.disjoint(alternatives, unknown) != ofUnknown) {
                lacking.add(step);
            }
        }
        var mailed = Collections.frequency(seen, "mailed");
        if (mailed < mails() && unknown.contains("mailed") == ofUnknown) {
            lacking.add("mailed (%d of %d)".formatted(mailed, mails()));
        }
        return lacking;
    }

    private List<String> steps() {
        return switch (status) {
            case "PENDING" -> List.of("accepted", "published", "reserved or refused", "counted");
            case "CONFIRMED" -> List.of("accepted", "published", "reserved", "confirmed", "counted");
            case "REJECTED" -> List.of("accepted", "published", "refused", "rejected", "counted");
            case "CANCELLED" -> seen.contains("reserved")
                    ? List.of("accepted", "published", "cancelled", "released", "counted")
                    : List.of("accepted", "published", "cancelled", "counted");
            default -> List.of();
        };
    }

    /** One mail for the received order, and one for each change of its status. */
    private int mails() {
        return switch (status) {
            case "PENDING" -> 1;
            case "CONFIRMED", "REJECTED" -> 2;
            case "CANCELLED" -> seen.contains("confirmed") ? 3 : 2;
            default -> 0;
        };
    }
}
