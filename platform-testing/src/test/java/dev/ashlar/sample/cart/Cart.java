package dev.ashlar.sample.cart;

import dev.ashlar.sample.price.Price;
import org.springframework.http.HttpStatus;

/** Breaks two rules: it and its price know each other, and it speaks HTTP. */
public record Cart(Price price, HttpStatus status) {}
