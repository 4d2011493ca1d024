package dev.ashlar.inventory.catalogue.search;

import dev.ashlar.inventory.InventoryApi;
import dev.ashlar.testing.ServiceResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Searches in one category. A query is not encoded yet, such as {@code q=red lamp&sort=price}. */
record CategorySearch(InventoryApi api, String category) {

    ServiceResponse list(String query) {
        var encoded = URLEncoder.encode(query, StandardCharsets.UTF_8).replace("%3D", "=").replace("%26", "&");
        return api.anyone.get("/products?category=" + category + "&" + encoded);
    }

    List<String> names(String query) {
        return list(query).items("name").toList();
    }

    /** The names on all pages of two. */
    List<String> pages(String query) {
        var names = new ArrayList<String>();
        var page = list(query + "&limit=2");
        page.items("name").forEach(names::add);
        while (!page.json().path("next_cursor").isNull()) {
            page = list(query + "&limit=2&cursor=" + page.text("next_cursor"));
            page.items("name").forEach(names::add);
        }
        return names;
    }
}
