package dev.ashlar.gateway.upstream;

/** The value of a request that {@code consistent-hash} hashes. Without that value, the client address. */
public record HashKey(Source source, String name) {

    /** The part of the request. */
    public enum Source {
        CLIENT_ADDRESS, HEADER, COOKIE, PATH, USER
    }

    public static final HashKey CLIENT_ADDRESS = new HashKey(Source.CLIENT_ADDRESS, "");
}
