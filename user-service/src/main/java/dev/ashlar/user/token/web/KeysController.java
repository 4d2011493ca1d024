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
class KeysController {

    private final KeyRing ring;

    KeysController(KeyRing ring) {
        this.ring = ring;
    }

    /** May be kept for a minute: a new key is published for longer than that before it signs. */
    @GetMapping("/.well-known/jwks.json")
    ResponseEntity<Map<String, Object>> keys() {
        return ResponseEntity.ok().cacheControl(CacheControl.maxAge(1, TimeUnit.MINUTES).cachePublic())
                .body(ring.publicKeys().toJSONObject(true));
    }
}
