package dev.ashlar.testing;

/** A store, broker or server that a service needs in its tests. */
public enum BackingService {

    /** PostgreSQL with the service's schema and its two roles. */
    POSTGRES,
    /** Both Redis: sessions and cache. */
    REDIS,
    /** A broker without topics; topics are not created automatically. */
    KAFKA,
    /** A mail server that shows the mails it received. */
    SMTP,
    /** A server with the S3 protocol, and an account. The service creates its bucket. */
    STORAGE
}
