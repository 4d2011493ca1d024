package dev.ashlar.sample.price;

import dev.ashlar.sample.cart.Cart;

public record Price(Cart cart) {}
