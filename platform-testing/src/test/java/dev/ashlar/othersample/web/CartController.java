package dev.ashlar.othersample.web;

import dev.ashlar.sample.cart.Cart;
import org.springframework.http.HttpStatus;

/** Breaks one rule: it uses another service's class. Speaking HTTP is its job. */
record CartController(Cart cart, HttpStatus status) {}
