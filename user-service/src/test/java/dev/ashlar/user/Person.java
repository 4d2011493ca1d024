package dev.ashlar.user;

import java.util.UUID;

public record Person(UUID id, String email, String password) {}
