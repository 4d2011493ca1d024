package dev.ashlar.inventory.catalogue.web;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.chassis.web.ETags;
import dev.ashlar.chassis.web.Problem;
import dev.ashlar.chassis.web.ResponseCaching;
import dev.ashlar.inventory.catalogue.Catalogue;
import dev.ashlar.inventory.catalogue.Product;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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

    /** The edge cache may store the response, because each change, also of {@code in_stock}, purges it. */
    @GetMapping("/{id}")
    ResponseEntity<ProductResponse> get(@PathVariable UUID id) {
        var product = catalogue.find(id).orElseThrow(() -> Problem.notFound("product"));
        return response(ResponseEntity.ok().headers(ResponseCaching.CATALOGUE::applyTo)
                .header(SurrogateKeys.HEADER, SurrogateKeys.ofProduct(product)), product);
    }

    @PostMapping
    ResponseEntity<ProductResponse> add(@RequestBody @Valid AddProductRequest request) {
        var product = catalogue.add(UuidCreator.getTimeOrderedEpoch(), request.sku(), request.details());
        return response(changed(ResponseEntity.created(URI.create("/api/v1/products/" + product.id())), product),
                product);
    }

    @PatchMapping("/{id}")
    ResponseEntity<ProductResponse> revise(@PathVariable UUID id, @RequestBody @Valid PatchProductRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var revised = catalogue.revise(id, current -> {
            ETags.requireMatch(ifMatch, current.version());
            return request.appliedTo(current.details());
        });
        var product = revised.orElseThrow(() -> Problem.notFound("product"));
        return response(changed(ResponseEntity.ok(), product), product);
    }

    /** Purges the edge cache of the gateway that the client uses. The others hear of the change by its event. */
    private static ResponseEntity.BodyBuilder changed(ResponseEntity.BodyBuilder builder, Product product) {
        return builder.header(SurrogateKeys.HEADER, SurrogateKeys.ofChange(product));
    }

    private static ResponseEntity<ProductResponse> response(ResponseEntity.BodyBuilder builder, Product product) {
        return builder.eTag(ETags.of(product.version())).body(ProductResponse.of(product));
    }
}
