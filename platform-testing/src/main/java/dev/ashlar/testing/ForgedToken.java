package dev.ashlar.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.util.Base64URL;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A token that user-service would not issue: a good one of {@link TestTokens}, changed, and signed by whoever is asked to. */
public record ForgedToken(Map<String, Object> header, Map<String, Object> claims) {

    /** Nothing is changed yet. */
    public static ForgedToken of(String good) {
        var parts = good.split("\\.");
        return new ForgedToken(read(parts[0]), read(parts[1]));
    }

    /** @param value null to leave it out */
    public ForgedToken header(String name, @Nullable Object value) {
        return new ForgedToken(changed(header, name, value), claims);
    }

    /** @param value null to leave it out */
    public ForgedToken claim(String name, @Nullable Object value) {
        return new ForgedToken(header, changed(claims, name, value));
    }

    /** The bearer value, signed by the platform's own key. */
    public String signed() {
        return signedBy(TestTokens.signer());
    }

    /** The bearer value, signed by another. */
    public String signedBy(JWSSigner signer) {
        var content = unsigned();
        var algorithm = JWSAlgorithm.parse(String.valueOf(header.get("alg")));
        try {
            return content + "." + signer.sign(new JWSHeader(algorithm), content.getBytes(US_ASCII));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Header and claims, and no signature. */
    public String unsigned() {
        return encoded(header) + "." + encoded(claims);
    }

    private static Map<String, Object> changed(Map<String, Object> from, String name, @Nullable Object value) {
        var changed = new LinkedHashMap<>(from);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return changed;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> read(String part) {
        return JsonMapper.shared().readValue(new Base64URL(part).decode(), LinkedHashMap.class);
    }

    private static Base64URL encoded(Map<String, Object> part) {
        return Base64URL.encode(JsonMapper.shared().writeValueAsBytes(part));
    }
}
