package dev.ashlar.testing;

/** What a service can ask its tests to start. */
public enum BackingService {

    /** PostgreSQL with the service's schema and its two roles. */
    POSTGRES,
    /** Both Redis: sessions and cache. */
    REDIS,
    /** A broker without any topic; topics are not made by themselves. */
    KAFKA,
    /** A mail server that shows what it caught. */
    SMTP
}
