package dev.ashlar.analytics.rebuild.web;

import dev.ashlar.analytics.rebuild.Rebuild;
import dev.ashlar.analytics.rebuild.RebuildTable;
import dev.ashlar.chassis.web.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For administrators only, as all figures. */
@RestController
@RequestMapping("/api/v1/analytics/rebuild")
class RebuildController {

    private final RebuildTable rebuilds;

    RebuildController(RebuildTable rebuilds) {
        this.rebuilds = rebuilds;
    }

    /** @param from only orders placed at or after this time are in the new figures; all if null */
    record RebuildRequest(@Nullable Instant from) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    void start(@RequestBody(required = false) @Nullable RebuildRequest request) {
        if (!rebuilds.request(request == null ? null : request.from())) {
            throw Problem.of(HttpStatus.CONFLICT, "A rebuild is running. Wait until it has ended.");
        }
    }

    @GetMapping
    Rebuild get() {
        return rebuilds.read();
    }
}
