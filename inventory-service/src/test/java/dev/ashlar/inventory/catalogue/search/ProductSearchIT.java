package dev.ashlar.inventory.catalogue.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.inventory.InventoryApi;
import dev.ashlar.inventory.RunningInventoryService;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningInventoryService
class ProductSearchIT {

    private final InventoryApi api;
    private final String category = "cat-" + UUID.randomUUID();
    private final CategorySearch found;

    ProductSearchIT(@LocalServerPort int port) {
        api = new InventoryApi(port);
        found = new CategorySearch(api, category);
    }

    @Test
    void findsWordsInNameDescriptionAndAttributes() {
        has("Reading lamp", "20.00", "{\"colour\": \"turquoise\"}");
        has("Desk chair", "80.00", "{}");
        assertThat(found.names("q=lamps")).containsExactly("Reading lamp");
        assertThat(found.names("q=turquoise")).containsExactly("Reading lamp");
        assertThat(found.names("q=brushed")).containsExactlyInAnyOrder("Desk chair", "Reading lamp");
        assertThat(found.names("q=steel -chair")).containsExactly("Reading lamp");
        assertThat(found.names("q=\"lamp reading\"")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "--", "- - -", "\"", "or", "()", "!|", ":*", "<->", "'", "\\", "the",
            "\ud83d\ude00", "-.", "-\"", "-\"\"", "-(", "-!", "-_", "-:*", "-\u00a0", "-\u3000"})
    void findsNothingForATextWithoutWords(String words) {
        has("Reading lamp", "20.00", "{}");
        assertThat(found.names("q=" + words)).isEmpty();
        assertThat(found.names("q=" + words.repeat(200 / words.length()))).isEmpty();
    }

    @Test
    void treatsAHyphenAsNotOnlyBeforeAWord() {
        has("T-shirt", "20.00", "{}");
        has("Red shirt", "20.00", "{}");
        assertThat(found.names("q=shirt -red")).containsExactly("T-shirt");
        assertThat(found.names("q=shirt -\"red shirt\"")).containsExactly("T-shirt");
        assertThat(found.names("q=shirt -(red)")).containsExactly("Red shirt");
        assertThat(found.names("q=shirt -.red")).containsExactly("T-shirt");
        assertThat(found.names("q=t-shirt")).containsExactly("T-shirt");
        assertThat(found.names("q=t--shirt -- -")).containsExactly("T-shirt");
        assertThat(found.names("q=red " + "- ".repeat(90) + "shirt")).containsExactly("Red shirt");
    }

    @Test
    void putsTheBestMatchFirst() {
        has("Chair", "1.00", "{\"goes_with\": \"lamp\"}");
        has("Lamp", "1.00", "{}");
        assertThat(found.names("q=lamp")).containsExactly("Lamp", "Chair");
    }

    @Test
    void filtersByPrice() {
        has("A", "10.00", "{}");
        has("B", "20.00", "{}");
        has("C", "30.00", "{}");
        assertThat(found.names("min_price=10.01&max_price=30")).containsExactly("B", "C");
        assertThat(found.names("min_price=20&max_price=20.00")).containsExactly("B");
    }

    @ParameterizedTest
    @CsvSource({"name, Ant Bee Cow Dog Elk", "price, Elk Cow Ant Dog Bee", "-price, Bee Dog Ant Cow Elk",
            "-updated_at, Cow Dog Bee Ant Elk"})
    void sortsInPagesWithoutGapsOrRepeats(String sort, String expected) {
        has("Elk", "1.00", "{}");
        has("Ant", "3.00", "{}");
        has("Bee", "5.00", "{}");
        has("Dog", "4.00", "{}");
        has("Cow", "2.00", "{}");
        assertThat(found.pages("sort=" + sort)).isEqualTo(List.of(expected.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sort=name", "sort=price", "sort=-price", "sort=-updated_at", "q=lamp",
            "q=lamp&sort=relevance", "q=steel&sort=price"})
    void listsEachProductOnceWhenKeysAreEqual(String query) {
        for (var i = 0; i < 7; i++) {
            has("Lamp", "9.99", "{}");
        }
        assertThat(found.pages(query)).hasSize(7);
        assertThat(found.list(query).items("id").distinct()).hasSize(7);
    }

    @Test
    void refusesTheCursorOfAnotherSearch() {
        has("A", "1.00", "{}");
        has("B", "2.00", "{}");
        var cursor = "&limit=1&cursor=" + found.list("sort=price&limit=1").text("next_cursor");
        assertThat(found.list("sort=price" + cursor).status()).isEqualTo(200);
        assertThat(found.list("sort=-price" + cursor).status()).isEqualTo(400);
        assertThat(found.list("sort=price&q=lamp" + cursor).status()).isEqualTo(400);
        assertThat(found.list("sort=price&min_price=1" + cursor).invalidField()).isEqualTo("cursor");
    }

    @ParameterizedTest
    @CsvSource({"limit=0, limit", "limit=101, limit", "limit=x, limit", "limit=, limit", "cursor=x, cursor",
            "sort=size, sort",
            "min_price=2&max_price=1, min_price", "min_price=-1, min_price", "max_price=1e99999, max_price",
            "q=%00, q", "category=%00, category", "q=%ff, q", "min_price=, min_price", "q=a&q=b, q",
            "offset=3, offset"})
    void namesTheBadQueryParameter(String query, String field) {
        var refused = api.anyone.get("/products?" + query);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.invalidField()).isEqualTo(field);
    }

    private void has(String name, String price, String attributes) {
        assertThat(
                api.admin
                        .post("/products",
                                InventoryApi.product(InventoryApi.newSku(), name, category, price, attributes))
                        .status())
                .isEqualTo(201);
    }
}
