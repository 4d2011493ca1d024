package dev.ashlar.user;

import java.util.UUID;

/** Somebody with an account. */
public record Person(UUID id, String email, String password) {}
