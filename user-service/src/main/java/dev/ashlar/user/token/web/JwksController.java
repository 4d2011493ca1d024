package dev.ashlar.user.token.web;

import dev.ashlar.user.token.KeyRing;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public signing keys, nothing private. */
@RestController
class JwksController {

    private final KeyRing keyRing;

    JwksController(KeyRing keyRing) {
        this.keyRing = keyRing;
    }

    /** Caches may keep the response for a minute: a new key signs only 5 minutes after its publication. */
    @GetMapping("/.well-known/jwks.json")
    ResponseEntity<Map<String, Object>> keys() {
        return ResponseEntity.ok().cacheControl(CacheControl.maxAge(1, TimeUnit.MINUTES).cachePublic())
                .body(keyRing.publicKeys().toJSONObject(true));
    }
}
