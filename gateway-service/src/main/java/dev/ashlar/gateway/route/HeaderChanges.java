package dev.ashlar.gateway.route;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/** Changes of the headers, in this sequence: remove, set, add. */
public record HeaderChanges(List<String> remove, Map<String, String> set, Map<String, String> add) {

    public static final HeaderChanges NONE = new HeaderChanges(List.of(), Map.of(), Map.of());

    public void applyTo(HttpHeaders headers) {
        remove.forEach(headers::remove);
        set.forEach(headers::set);
        add.forEach(headers::add);
    }
}
