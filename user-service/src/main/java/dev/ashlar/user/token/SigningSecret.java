package dev.ashlar.user.token;

import dev.ashlar.chassis.secrets.SecretRefused;
import java.util.Base64;
import java.util.stream.IntStream;

/** What the private halves of signing keys are encrypted under: 32 random bytes. */
final class SigningSecret {

    private static final int BYTES = 32;

    /** Of 32 random bytes, about 30 are different; fewer than this are less than once in 10^10 times. */
    private static final int DIFFERENT = 16;

    private SigningSecret() {}

    /** @throws SecretRefused if it is no secret of the right size, without quoting it */
    static byte[] decode(String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64.strip());
            if (bytes.length == BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException _) {
            throw refused("is not 32 bytes in base64"); // without its cause, whose message quotes the secret
        }
        throw refused("is not 32 bytes in base64");
    }

    /** @throws SecretRefused if nobody drew it at random: text, few different bytes, or a count of them */
    static void requireRandom(byte[] secret) {
        var isText = bytes(secret).allMatch(value -> value >= ' ' && value <= '~');
        var steps = IntStream.range(1, secret.length).map(i -> secret[i] - secret[i - 1] & 0xff);
        if (isText || bytes(secret).distinct().count() < DIFFERENT || steps.distinct().count() < DIFFERENT) {
            throw refused("is not random");
        }
    }

    private static IntStream bytes(byte[] secret) {
        return IntStream.range(0, secret.length).map(i -> secret[i]);
    }

    private static SecretRefused refused(String why) {
        return new SecretRefused("SIGNING_KEY_SECRET", why,
                "Set SIGNING_KEY_SECRET to 32 random bytes in base64, such as those of \"openssl rand -base64 32\".");
    }
}
