package dev.ashlar.analytics.ranking.web;

import dev.ashlar.analytics.ranking.ProductFigures;
import dev.ashlar.analytics.ranking.TopProducts;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /analytics/top-products}. */
@RestController
class TopProductsController {

    private final TopProducts products;

    TopProductsController(TopProducts products) {
        this.products = products;
    }

    @GetMapping("/api/v1/analytics/top-products")
    TopProductsResponse list(@RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        return new TopProductsResponse(products.first(limit));
    }

    record TopProductsResponse(List<ProductFigures> items) {}
}
