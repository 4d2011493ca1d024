package dev.ashlar.inventory.catalogue.web;

import dev.ashlar.chassis.web.ETags;
import dev.ashlar.chassis.web.Problem;
import dev.ashlar.inventory.catalogue.Catalogue;
import dev.ashlar.inventory.catalogue.Product;
import dev.ashlar.pictures.Pictures;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The picture of a product. The chassis limits its size. */
@RestController
class ImageController {

    private final Catalogue catalogue;
    private final Pictures pictures;

    ImageController(Catalogue catalogue, Pictures pictures) {
        this.catalogue = catalogue;
        this.pictures = pictures;
    }

    /** Looks for the product first, since the work for its picture is expensive. */
    @PutMapping(path = "/api/v1/products/{id}/image", consumes = {MediaType.IMAGE_PNG_VALUE,
            MediaType.IMAGE_JPEG_VALUE})
    ResponseEntity<ImageResponse> replace(@PathVariable UUID id, InputStream picture,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        ETags.requireMatch(ifMatch, existing(catalogue.find(id)).version());
        var url = pictures.store(picture);
        var product = existing(catalogue.showImage(id, url, version -> ETags.requireMatch(ifMatch, version)));
        return ResponseEntity.ok().eTag(ETags.of(product.version())).body(new ImageResponse(url));
    }

    private static Product existing(Optional<Product> found) {
        return found.orElseThrow(() -> Problem.notFound("product"));
    }
}
