package dev.ashlar.inventory.catalogue.web;

import dev.ashlar.chassis.web.Page;
import dev.ashlar.chassis.web.Problem;
import dev.ashlar.chassis.web.ResponseCaching;
import dev.ashlar.inventory.catalogue.search.ProductSearch;
import dev.ashlar.inventory.catalogue.search.SearchCriteria;
import dev.ashlar.inventory.catalogue.search.SortOrder;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SearchController {

    private final ProductSearch search;

    SearchController(ProductSearch search) {
        this.search = search;
    }

    @GetMapping("/api/v1/products")
    ResponseEntity<Page<ProductResponse>> search(
            @RequestParam(required = false) @Nullable @SearchText String q,
            @RequestParam(required = false) @Nullable @SearchText String category,
            @RequestParam(name = "min_price", required = false) @Nullable @PriceBound BigDecimal minPrice,
            @RequestParam(name = "max_price", required = false) @Nullable @PriceBound BigDecimal maxPrice,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (minPrice != null && maxPrice != null && minPrice.compareTo(maxPrice) > 0) {
            throw Problem.badRequest("min_price", "must not be above max_price");
        }
        var words = q == null || q.isBlank() ? null : q;
        var criteria = new SearchCriteria(words, category, minPrice, maxPrice, order(sort, words != null));
        var hits = search.find(criteria, SearchCursor.read(criteria, cursor), limit + 1);
        return ResponseEntity.ok().headers(ResponseCaching.CATALOGUE::applyTo)
                .header(SurrogateKeys.HEADER, SurrogateKeys.ofList(category)).body(Page.of(hits, limit,
                        hit -> ProductResponse.of(hit.product()), last -> SearchCursor.of(criteria, last)));
    }

    /** Without a text all products are equally relevant, so the list is sorted by name. */
    private static SortOrder order(@Nullable String sort, boolean ranked) {
        var requested = sort == null
                ? SortOrder.RELEVANCE
                : SortOrder.named(sort).orElseThrow(() -> Problem.badRequest("sort",
                        "must be one of relevance, name, price, -price, -updated_at"));
        return requested == SortOrder.RELEVANCE && !ranked ? SortOrder.NAME : requested;
    }
}
