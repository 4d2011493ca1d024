package dev.ashlar.gateway.openapi;

import java.io.IOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Serves the hand-written {@code openapi.yaml} as JSON (ADR 19). */
@RestController
class OpenApiController {

    private final byte[] document;
    private final String tag;

    OpenApiController(JsonMapper json) throws IOException {
        try (var yaml = new ClassPathResource("openapi.yaml").getInputStream()) {
            document = json.writeValueAsBytes(new YAMLMapper().readTree(yaml));
        }
        tag = "W/\"" + DigestUtils.md5DigestAsHex(document) + '"'; // weak, because the gateway compresses the document
    }

    @GetMapping("/openapi.json")
    ResponseEntity<byte[]> document() {
        return ResponseEntity.ok().eTag(tag).cacheControl(CacheControl.noCache())
                .contentType(MediaType.APPLICATION_JSON).body(document);
    }
}
