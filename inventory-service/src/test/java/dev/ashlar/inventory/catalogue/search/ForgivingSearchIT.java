package dev.ashlar.inventory.catalogue.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.inventory.InventoryApi;
import dev.ashlar.inventory.RunningInventoryService;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningInventoryService
class ForgivingSearchIT {

    private final InventoryApi api;
    private final String category = "cat-" + UUID.randomUUID();
    private final CategorySearch found;

    ForgivingSearchIT(@LocalServerPort int port) {
        api = new InventoryApi(port);
        found = new CategorySearch(api, category);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "AC/DC adapter       | DC, dc, ac/dc, AC-DC, 'ac dc', \"ac dc\", acdc, adaptor, adaper, ADAP",
            "Café crème          | cafe, CAFÉ, creme, caf, cafe\u0301, crme",
            "Wireless keyboard   | keyb, keybord, keyboards, keybords, keybaord, keyboarrd, kayboard, 'wireles keybord', wire",
            "Wi-Fi 6E router     | wifi, wi-fi, WI FI, 6e, ｗｉ－ｆｉ, ruoter",
            "USB-C cable 1.50 m  | usb, usb-c, usbc, 'cable 1.50', USB/C",
            "WiFi camera         | wi-fi, wi/fi, WIFI",
            "Overshirt           | over, overshirts",
            "Łódź Straße         | lodz, strasse, STRASSE, Łódź",
            "Набор ключей Ёлка   | ключей, ёлка, елка, ЕЛКА, ключ, ключай",
            "Καφές Ελλάς         | ΚΑΦΕΣ, καφες, Ελλας, ελλασ, καφ",
            "有机咖啡豆              | 咖啡, 咖啡豆, 有机, 豆, 有机咖啡豆",
            "ドリップコーヒー         | コーヒー, ﾄﾞﾘｯﾌﾟ",
            "원두커피를             | 커피, 원두",
            "กาแฟสด             | กาแฟ",
            "قَهْوَة عربية          | قهوة, عربية, عرب",
            "מחשב נייד           | מחשב, נייד",
            "हिन्दी किताब          | किताब, हिन्दी",
            "Số tay điện thoại   | so tay, dien, điện thoại"})
    void findsAProductInSpiteOfSpelling(String name, String typed) {
        has("Unrelated thing", "{}");
        has(name, "{}");
        for (var words : typed.split(", ")) {
            assertThat(found.names("q=" + words.replace("'", ""))).as(words).containsExactly(name);
        }
    }

    @Test
    void searchesDescriptionAndAttributesInTheSameWay() {
        has("Thing", "{\"colour\": \"Türkis-blau\", \"power\": 12.5}");
        assertThat(found.names("q=turkis")).containsExactly("Thing");
        assertThat(found.names("q=12.5")).containsExactly("Thing");
        assertThat(found.names("q=brushd")).containsExactly("Thing");
    }

    @Test
    void ranksEqualNamesThenEqualWordsThenBeginnings() {
        has("Lampshade", "{}");
        has("Desk with a lamp", "{}");
        has("Desk", "{\"goes_with\": \"lamp\"}");
        has("Lamp", "{}");
        assertThat(found.names("q=lamp")).containsExactly("Lamp", "Desk with a lamp", "Desk", "Lampshade");
        assertThat(found.names("q=lamp&sort=name")).containsExactly("Desk", "Desk with a lamp", "Lamp", "Lampshade");
        assertThat(found.pages("q=lamp")).containsExactly("Lamp", "Desk with a lamp", "Desk", "Lampshade");
    }

    @Test
    void neverWidensPhrasesOrExclusions() {
        has("Keyboard", "{}");
        has("Key", "{}");
        assertThat(found.names("q=\"keyb\"")).isEmpty();
        assertThat(found.names("q=key -keyb")).containsExactly("Key", "Keyboard");
        assertThat(found.names("q=key -keyboard")).containsExactly("Key");
        assertThat(found.names("q=-keyboard")).containsExactly("Key");
        assertThat(found.names("q=-keyboard&sort=price")).containsExactly("Key");
    }

    @Test
    void filtersByACategoryWithSpecialCharacters() {
        var odd = "Bob's \\ '=lamps' " + UUID.randomUUID();
        api.admin.post("/products",
                InventoryApi.product(InventoryApi.newSku(), "Lamp", odd.replace("\\", "\\\\"), "9.99", "{}"));
        var path = "/products?q=lamp&category=" + URLEncoder.encode(odd, StandardCharsets.UTF_8);
        assertThat(api.anyone.get(path).items("name")).containsExactly("Lamp");
        assertThat(api.anyone.get(path + "&sort=price").items("name")).containsExactly("Lamp");
        assertThat(api.anyone.get(path + "x").items("name")).isEmpty();
    }

    @Test
    void findsTheNewWordsOfAChangedProduct() {
        var product = api.admin
                .post("/products", InventoryApi.product(InventoryApi.newSku(), "Old", category, "1.00", "{}")).id();
        api.admin.patch("/products/" + product, "{\"name\": \"Xylophone\"}");
        assertThat(found.names("q=xylopone")).containsExactly("Xylophone");
        assertThat(found.names("q=old")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void returns200ForHostileTexts(String words) {
        has("Lamp", "{}");
        for (var sort : List.of("relevance", "price", "name")) {
            assertThat(found.list("sort=" + sort + "&q=" + words.substring(0, Math.min(200, words.length()))).status())
                    .as(words).isEqualTo(200);
        }
    }

    static List<String> returns200ForHostileTexts() {
        return List.of("-".repeat(200), "-a".repeat(100), "- a ".repeat(50), "a ".repeat(100), "\"".repeat(200),
                "\"a".repeat(100), "or ".repeat(66), "-or ".repeat(50), "-\"or\" ".repeat(30), "lamp or -lamp",
                "(".repeat(200), "!".repeat(200), "%".repeat(200), "_____ ____%", "l%mp", "lam_", "\\".repeat(200),
                "\\\\' or 1=1 --",
                "$1 ?1 :text {p.*} :id", "a:* b:A <-> c !d | e", "咖".repeat(200), "ab ".repeat(66),
                "aaaaa ".repeat(33),
                "\u0301".repeat(200), "ﷺ".repeat(200), "½¼¾ ™ ℻ ㍿", "e\u0301\u0301\u0301", "x".repeat(200),
                "\u202e\u200b\u200d\ufeff",
                "𠮷".repeat(100), "😀 👨‍👩‍👧", "ſ ß İ ı ǰ ΐ ﬁ", "− ‐ ‑ – —lamp", "“lamp” «lamp»");
    }

    @Test
    void pagesThroughManyEqualMatches() {
        IntStream.range(0, 25).forEach(_ -> has("Lamp", "{}"));
        has("Lampshade", "{}");
        var pages = found.pages("q=lamp");
        assertThat(pages).hasSize(25).containsOnly("Lamp");
    }

    private void has(String name, String attributes) {
        var product = InventoryApi.product(InventoryApi.newSku(), name, category, "9.99", attributes);
        assertThat(api.admin.post("/products", product).status()).isEqualTo(201);
    }
}
