package dev.ashlar.inventory.catalogue.web;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.chassis.web.ETags;
import dev.ashlar.chassis.web.Problem;
import dev.ashlar.inventory.catalogue.Catalogue;
import dev.ashlar.inventory.catalogue.Product;
import dev.ashlar.inventory.catalogue.SkuTaken;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/products")
class ProductController {

    private final Catalogue catalogue;

    ProductController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Anyone may keep the answer, and asks before using it again: a flip of {@code in_stock} must be seen at once. */
    @GetMapping("/{id}")
    ResponseEntity<ProductAnswer> get(@PathVariable UUID id) {
        var product = catalogue.find(id).orElseThrow(() -> Problem.notFound("product"));
        return answer(ResponseEntity.ok().cacheControl(CacheControl.noCache()), product);
    }

    @PostMapping
    ResponseEntity<ProductAnswer> add(@RequestBody @Valid NewProduct request) {
        try {
            var product = catalogue.add(UuidCreator.getTimeOrderedEpoch(), request.sku(), request.details());
            return answer(ResponseEntity.created(URI.create("/api/v1/products/" + product.id())), product);
        } catch (SkuTaken e) {
            var refusal = Problem.of(HttpStatus.CONFLICT, "A product with this SKU exists.");
            refusal.addSuppressed(e);
            throw refusal;
        }
    }

    @PatchMapping("/{id}")
    ResponseEntity<ProductAnswer> revise(@PathVariable UUID id, @RequestBody @Valid ProductPatch request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var product = catalogue.revise(id, current -> {
            ETags.requireMatch(ifMatch, current.version());
            return request.over(current.details());
        });
        return answer(ResponseEntity.ok(), product.orElseThrow(() -> Problem.notFound("product")));
    }

    private static ResponseEntity<ProductAnswer> answer(ResponseEntity.BodyBuilder response, Product product) {
        return response.eTag(ETags.of(product.version())).body(ProductAnswer.of(product));
    }
}
