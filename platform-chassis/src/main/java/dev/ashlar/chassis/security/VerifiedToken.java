package dev.ashlar.chassis.security;

import java.time.Instant;
import java.util.UUID;

/** The claims of a valid access token that a request needs. */
record VerifiedToken(String subject, UUID sessionId, Instant expiresAt) {}
