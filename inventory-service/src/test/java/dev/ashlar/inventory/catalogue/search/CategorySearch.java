package dev.ashlar.inventory.catalogue.search;

import dev.ashlar.inventory.Answer;
import dev.ashlar.inventory.Shop;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What anyone finds in a category. A query is as people type it, such as {@code q=red lamp&sort=price}. */
record FoundProducts(Shop shop, String category) {

    Answer list(String query) {
        var encoded = URLEncoder.encode(query, StandardCharsets.UTF_8).replace("%3D", "=").replace("%26", "&");
        return shop.anyone.get("/products?category=" + category + "&" + encoded);
    }

    List<String> names(String query) {
        return list(query).items("name").toList();
    }

    /** The names on all pages of two. */
    List<String> pages(String query) {
        var names = new ArrayList<String>();
        var page = list(query + "&limit=2");
        page.items("name").forEach(names::add);
        while (!page.body().path("next_cursor").isNull()) {
            page = list(query + "&limit=2&cursor=" + page.text("next_cursor"));
            page.items("name").forEach(names::add);
        }
        return names;
    }
}
