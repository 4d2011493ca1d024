package dev.ashlar.sample;

import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** An endpoint that needs a session. */
@RestController
class SampleController {

    private final Effects effects;

    SampleController(Effects effects) {
        this.effects = effects;
    }

    @GetMapping("/effects/{subject}")
    List<String> effects(@PathVariable UUID subject) {
        return effects.of(subject);
    }
}
