package dev.ashlar.gateway.cache;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hc.core5.http.MessageHeaders;

/** The names by which a purge finds stored responses: surrogate keys, the path, and the path with its query. */
final class Tags {

    static final String SURROGATE_KEY = "Surrogate-Key";
    /** Of each response about products, which only {@code product.changed} keeps up to date. */
    static final String PRODUCTS = "products";

    private static final int MAX_KEYS = 200;

    private Tags() {}

    static Set<String> of(CacheKey key, MessageHeaders response) {
        var tags = new TreeSet<String>();
        tags.add(path(key.path()));
        tags.add(target(key.target()));
        surrogateKeys(response).forEach(one -> {
            tags.add(surrogateKey(one));
            if (one.equals("catalogue") || one.startsWith("product-")) {
                tags.add(PRODUCTS);
            }
        });
        return Set.copyOf(tags);
    }

    static List<String> surrogateKeys(MessageHeaders response) {
        return Arrays.stream(Fields.combined(response, SURROGATE_KEY).split("[ ,]+")).filter(one -> !one.isEmpty())
                .limit(MAX_KEYS).toList();
    }

    static String surrogateKey(String key) {
        return "key " + key;
    }

    static String path(String path) {
        return "path " + path;
    }

    static String target(String target) {
        return "target " + target;
    }
}
