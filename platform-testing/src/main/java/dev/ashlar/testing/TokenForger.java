package dev.ashlar.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.UnaryOperator;

/**
 * Forges tokens from a genuine one and the public key. It edits the text of the token; {@link ForgedToken} signs changed claims.
 */
public record TokenForger(String genuine, RSAKey publicKey, RSAKey foreignKey) {

    private static final RSAKey FOREIGN_KEY = generateKey();

    /** @param jwks the key set of the platform */
    public static TokenForger of(String genuine, String jwks) {
        try {
            return of(genuine, JWKSet.parse(jwks).getKeyByKeyId(kid(genuine)).toRSAKey());
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    public static TokenForger of(String genuine, RSAKey publicKey) {
        return new TokenForger(genuine, publicKey, new RSAKey.Builder(FOREIGN_KEY).keyID(kid(genuine)).build());
    }

    private static String kid(String genuine) {
        try {
            return SignedJWT.parse(genuine).getHeader().getKeyID();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey generateKey() {
        try {
            return new RSAKeyGenerator(2048).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String kid() {
        return publicKey.getKeyID();
    }

    /** The genuine signature with another header or other claims. Each is edited as JSON text. */
    public String edited(UnaryOperator<String> header, UnaryOperator<String> claims) {
        var parts = genuine.split("\\.");
        return recoded(parts[0], header) + "." + recoded(parts[1], claims) + "." + parts[2];
    }

    /** The genuine signature with other claims. */
    public String claiming(String original, String replacement) {
        return edited(UnaryOperator.identity(), claims -> replace(claims, original, replacement));
    }

    /** Without a signature, and with a header that says so. */
    public String unsigned(String algorithm) {
        var token = edited(header -> replace(header, "RS256", algorithm), UnaryOperator.identity());
        return token.substring(0, token.lastIndexOf('.') + 1);
    }

    /** Signed by a foreign key, with the header. */
    public String signedByForeignKey(String header) {
        return sign(header, claims(), foreignKey);
    }

    /** Signed by a foreign key, with other claims and a genuine header. */
    public String signedByForeignKeyClaiming(String original, String replacement) {
        return sign("{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(kid()),
                replace(claims(), original, replacement), foreignKey);
    }

    /** Signed by HMAC with a known secret. */
    public String hmac(String header, byte[] secret) {
        try {
            var token = new SignedJWT(JWSHeader.parse(header), JWTClaimsSet.parse(claims()));
            token.sign(new MACSigner(Arrays.copyOf(secret, Math.max(secret.length, 32))));
            return token.serialize();
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Encrypted for the public key of the platform, not signed. */
    public String encrypted() {
        try {
            var token = new EncryptedJWT(new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A128GCM)
                    .keyID(kid()).build(), JWTClaimsSet.parse(claims()));
            token.encrypt(new RSAEncrypter(publicKey));
            return token.serialize();
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String claims() {
        return decoded(genuine.split("\\.")[1]);
    }

    private static String sign(String header, String claims, RSAKey key) {
        try {
            var token = new SignedJWT(JWSHeader.parse(header), JWTClaimsSet.parse(claims));
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String replace(String json, String original, String replacement) {
        if (!json.contains(original)) {
            throw new AssertionError("There is no " + original + " in " + json);
        }
        return json.replace(original, replacement);
    }

    private static String recoded(String part, UnaryOperator<String> edit) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(edit.apply(decoded(part)).getBytes(UTF_8));
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), UTF_8);
    }
}
