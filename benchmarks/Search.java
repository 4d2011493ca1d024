import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How long inventory-service takes for a search, by one client. products.sql makes the million products. Each search runs 50 times
 * before it is measured.
 *
 * <pre>./ashlar up &amp;&amp; psql … -f benchmarks/products.sql &amp;&amp; java benchmarks/Search.java [times, 300 by default]</pre>
 */
public final class Search {

    private static final int OFFSET = Integer.parseInt(System.getenv().getOrDefault("ASHLAR_PORT_OFFSET", "0"));
    private static final String PRODUCTS = "http://127.0.0.1:" + (8083 + OFFSET) + "/api/v1/products?q=";
    private static final int WARM_UP = 50;

    private static final List<String> SEARCHES = List.of("lamp", "lamp steel", "made", "lamp chair", "n123456", "keyb", "keybord",
            "qqqqqqqq", "cafe", "\"desk lamp\"", "lamp -desk", "lamp&category=category-7", "lamp&min_price=10.00&max_price=20.00",
            "lamp&sort=price", "lamp&sort=price&category=category-7", "lamp&limit=100");

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public static void main(String[] arguments) throws Exception {
        var times = arguments.length == 0 ? 300 : Integer.parseInt(arguments[0]);
        Latencies.printHead("search", "found");
        var all = new Latencies();
        for (var search : SEARCHES) {
            var words = search.split("&", 2);
            var url = URI.create(PRODUCTS + URLEncoder.encode(words[0], StandardCharsets.UTF_8)
                    + (words.length == 1 ? "" : "&" + words[1]));
            measure(url, WARM_UP, new Latencies());
            var latencies = new Latencies();
            var found = measure(url, times, latencies);
            latencies.print(search, found);
            all.add(latencies);
        }
        all.print("all");
    }

    /** @return how many products are on the first page */
    private static int measure(URI url, int times, Latencies latencies) throws Exception {
        var body = "";
        for (var i = 0; i < times; i++) {
            var begun = System.nanoTime();
            var response = CLIENT.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
            latencies.addSince(begun);
            if (response.statusCode() != 200) {
                throw new IllegalStateException(response.statusCode() + ": " + response.body());
            }
            body = response.body();
        }
        return body.split("\"sku\"", -1).length - 1;
    }
}
