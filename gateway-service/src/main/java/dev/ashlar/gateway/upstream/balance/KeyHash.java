package dev.ashlar.gateway.upstream.balance;

/** A hash of text to 64 bits, the same in each gateway and after each restart. FNV-1a with the finalizer of MurmurHash3. */
public final class KeyHash {

    private KeyHash() {}

    public static long of(String text) {
        var hash = 0xcbf29ce484222325L;
        for (var i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }
}
