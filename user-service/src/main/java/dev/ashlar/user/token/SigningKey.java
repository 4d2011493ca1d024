package dev.ashlar.user.token;

import com.github.f4b6a3.uuid.UuidCreator;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key pair that signs access tokens.
 *
 * @param retiredAt the key signs until this time; null if it is the newest key
 */
record SigningKey(RSAKey publicKey, PrivateKey privateKey, Instant createdAt, @Nullable Instant retiredAt) {

    private static final int BITS = 2_048;

    static SigningKey generate(Instant now) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            var pair = generator.generateKeyPair();
            var kid = UuidCreator.getTimeOrderedEpoch().toString();
            var publicKey = new RSAKey.Builder((RSAPublicKey) pair.getPublic()).keyID(kid)
                    .algorithm(JWSAlgorithm.RS256).keyUse(KeyUse.SIGNATURE).build();
            return new SigningKey(publicKey, pair.getPrivate(), now, null);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform supports RSA
        }
    }

    String kid() {
        return publicKey.getKeyID();
    }

    boolean signsAt(Instant now) {
        return retiredAt == null || now.isBefore(retiredAt);
    }

    @Override
    public String toString() {
        return "SigningKey[" + kid() + "]";
    }
}
