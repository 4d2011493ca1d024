package dev.ashlar.sample;

import dev.ashlar.chassis.security.AccessRules;
import dev.ashlar.chassis.security.CurrentUser;
import dev.ashlar.chassis.web.Cursor;
import dev.ashlar.chassis.web.ETags;
import dev.ashlar.chassis.web.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The smallest API with every HTTP convention. Reads and changes of samples need no token, secrets need the admin role. */
@RestController
@RequestMapping("/api/v1/samples")
class SamplesController {

    static final long VERSION = 7;

    private static final String LIST = "samples";

    /** Counts the effects, which a refused request must not have. */
    static int rested;

    record Nothing() {}

    @Bean
    static AccessRules sampleRules() {
        return requests -> requests.requestMatchers("/api/v1/samples/{id}/secret").hasRole(CurrentUser.ADMIN)
                .requestMatchers("/api/v1/samples", "/api/v1/samples/{id}", "/api/v1/samples/{id}/rest",
                        "/api/v1/samples/{id}/opening")
                .permitAll();
    }

    @GetMapping
    Page<Integer> list(@RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String q, @RequestParam(required = false) @Nullable UUID batch,
            @RequestParam(name = "min_price", required = false) @Nullable BigDecimal minPrice,
            @RequestParam(required = false) @Nullable Instant since) {
        var after = Cursor.<Integer>read(LIST, cursor, 1, key -> Integer.parseInt(key.getFirst()));
        var rows = IntStream.range(after == null ? 0 : after + 1, 1_000).limit(limit + 1L).boxed().toList();
        return Page.of(rows, limit, row -> row, row -> Cursor.of(LIST, row));
    }

    @GetMapping("/{id}")
    ResponseEntity<Map<String, UUID>> one(@PathVariable UUID id) {
        return ResponseEntity.ok().eTag(ETags.of(VERSION)).body(Map.of("id", id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Sample make(@Valid @RequestBody Sample sample) {
        return sample;
    }

    @PatchMapping("/{id}")
    Map<String, UUID> change(@PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        ETags.requireMatch(ifMatch, VERSION);
        return Map.of("id", id);
    }

    @PostMapping("/{id}/rest")
    Map<String, Integer> rest(@PathVariable UUID id, @RequestBody(required = false) @Nullable Nothing body) {
        return Map.of("rested", ++rested);
    }

    @PostMapping("/{id}/opening")
    void open(@PathVariable UUID id) {
        throw new SampleProblems.Sealed();
    }

    @GetMapping("/{id}/opening")
    void opening(@PathVariable UUID id) {
        throw new SampleProblems.Lent();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {}

    @GetMapping("/{id}/secret")
    List<String> secret(@PathVariable UUID id) {
        return List.of("secret");
    }
}
