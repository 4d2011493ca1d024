package dev.ashlar.user.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Encrypts private keys with AES-256-GCM (NIST SP 800-38D). The result is a random nonce and the ciphertext. The key's id is
 * authenticated too, so that a ciphertext cannot be moved to another row.
 */
@Component
class KeyCipher {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec secret;
    private final SecureRandom random = new SecureRandom();

    KeyCipher(SigningProperties properties, Environment environment) {
        var bytes = SigningSecret.decode(properties.signingKeySecret());
        if (!environment.acceptsProfiles(Profiles.of("demo"))) {
            SigningSecret.requireRandom(bytes);
        }
        this.secret = new SecretKeySpec(bytes, "AES");
    }

    byte[] encrypt(String kid, byte[] plain) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var encrypted = crypt(Cipher.ENCRYPT_MODE, kid, nonce, plain);
        return ByteBuffer.allocate(NONCE_BYTES + encrypted.length).put(nonce).put(encrypted).array();
    }

    byte[] decrypt(String kid, byte[] encrypted) {
        var nonce = Arrays.copyOf(encrypted, NONCE_BYTES);
        return crypt(Cipher.DECRYPT_MODE, kid, nonce, Arrays.copyOfRange(encrypted, NONCE_BYTES, encrypted.length));
    }

    private byte[] crypt(int mode, String kid, byte[] nonce, byte[] text) {
        try {
            var aes = Cipher.getInstance("AES/GCM/NoPadding");
            aes.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
            aes.updateAAD(kid.getBytes(UTF_8));
            return aes.doFinal(text);
        } catch (AEADBadTagException e) {
            throw new IllegalStateException("The signing keys were encrypted with another SIGNING_KEY_SECRET",
                    e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java platform supports this cipher
        }
    }
}
