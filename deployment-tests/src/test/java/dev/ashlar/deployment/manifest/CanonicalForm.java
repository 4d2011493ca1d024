package dev.ashlar.deployment.manifest;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds values that the API server stores in another form. */
public final class CanonicalForm {

    private static final Pattern QUANTITY = Pattern.compile("(\\d+)(m|k|M|G|T|Ki|Mi|Gi|Ti)?");

    private CanonicalForm() {}

    /** One sentence for each, such as {@code REDIS_CACHE_URL is broken into lines}. */
    public static Stream<String> differing(HasMetadata object) {
        var lines = object instanceof Secret secret
                ? secret.getData().entrySet().stream().filter(entry -> !entry.getValue().strip().matches("\\S*")
                        || entry.getValue().endsWith("\n")).map(entry -> entry.getKey() + " is broken into lines")
                : Stream.<String>empty();
        return Stream.concat(lines, quantities(object).map(Quantity::toString).filter(one -> !isCanonical(one))
                .map(one -> one + " has a shorter form"));
    }

    private static Stream<Quantity> quantities(HasMetadata object) {
        return Workload.of(object).flatMap(workload -> Stream.concat(
                workload.containers().flatMap(container -> Stream.of(container.getResources().getRequests(),
                        container.getResources().getLimits())).map(Map::values),
                workload.claims().stream().map(claim -> claim.getSpec().getResources().getRequests().values())))
                .flatMap(values -> values.stream());
    }

    /** True if the quantity has the largest unit without a fraction: 1 instead of 1000m, 1Gi instead of 1024Mi. */
    static boolean isCanonical(String quantity) {
        var parts = QUANTITY.matcher(quantity);
        if (!parts.matches()) {
            return false;
        }
        var number = Long.parseLong(parts.group(1));
        var step = parts.group(2) != null && parts.group(2).endsWith("i") ? 1024 : 1000;
        return number == 0 || number % step != 0;
    }
}
