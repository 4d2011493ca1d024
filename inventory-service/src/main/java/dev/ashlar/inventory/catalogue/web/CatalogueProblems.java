package dev.ashlar.inventory.catalogue.web;

import dev.ashlar.chassis.web.Problem;
import dev.ashlar.inventory.catalogue.SkuTaken;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns each refusal into a problem document. */
@Order(0)
@RestControllerAdvice
class CatalogueProblems {

    @ExceptionHandler(SkuTaken.class)
    Problem skuTaken() {
        return Problem.of(HttpStatus.CONFLICT, "A product with this SKU exists.");
    }
}
