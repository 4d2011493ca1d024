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

/** A valid token of {@link TestTokens} with a changed header or changed claims, signed with any key. */
public record ForgedToken(Map<String, Object> header, Map<String, Object> claims) {

    public static ForgedToken of(String validToken) {
        var parts = validToken.split("\\.");
        return new ForgedToken(read(parts[0]), read(parts[1]));
    }

    /** @param value null to remove it */
    public ForgedToken header(String name, @Nullable Object value) {
        return new ForgedToken(changed(header, name, value), claims);
    }

    /** @param value null to remove it */
    public ForgedToken claim(String name, @Nullable Object value) {
        return new ForgedToken(header, changed(claims, name, value));
    }

    /** Signs with the platform's own key. */
    public String signed() {
        return signedBy(TestTokens.signer());
    }

    public String signedBy(JWSSigner signer) {
        var content = unsigned();
        var algorithm = JWSAlgorithm.parse(String.valueOf(header.get("alg")));
        try {
            return content + "." + signer.sign(new JWSHeader(algorithm), content.getBytes(US_ASCII));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Header and claims, without the dot of a signature. */
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
