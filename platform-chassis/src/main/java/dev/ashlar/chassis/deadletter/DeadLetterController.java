package dev.ashlar.chassis.deadletter;

import dev.ashlar.chassis.web.CanonicalUuid;
import dev.ashlar.chassis.web.Cursor;
import dev.ashlar.chassis.web.OneLine;
import dev.ashlar.chassis.web.Page;
import dev.ashlar.messaging.DeadLetter;
import dev.ashlar.messaging.DeadLetterRefused;
import dev.ashlar.messaging.DeadLetters;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(DeadLetterController.PATH)
class DeadLetterController {

    static final String PATH = "/dead-letters";

    private static final String LIST = "dead-letters";

    private final DeadLetters letters;

    DeadLetterController(DeadLetters letters) {
        this.letters = letters;
    }

    record ReplayRequest(@Nullable @Size(min = 1, max = 255) String type) {}

    record ReplayResponse(int replayed) {}

    /** Newest first. */
    @GetMapping
    Page<DeadLetter> list(@RequestParam(required = false) @Size(min = 1, max = 255) @Nullable String type,
            @RequestParam(required = false) @Size(min = 1, max = 1_000) @Nullable String reason,
            @RequestParam(required = false) @Size(min = 1, max = 255) @Nullable String key,
            @RequestParam(required = false) DeadLetter.@Nullable State state,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var before = Cursor.read(LIST, cursor, 1, parts -> CanonicalUuid.parse(parts.getFirst()));
        var filter = new DeadLetters.Filter(type, reason, key, state, from, to);
        return Page.of(letters.newest(filter, before, limit + 1), limit, letter -> letter,
                letter -> Cursor.of(LIST, letter.id()));
    }

    @GetMapping("/{id}")
    DeadLetterResponse get(@PathVariable UUID id) {
        return letters.find(id).map(DeadLetterResponse::of).orElseThrow(DeadLetterRefused.Unknown::new);
    }

    @PostMapping("/{id}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void replay(@PathVariable UUID id) {
        letters.replay(id);
    }

    @PostMapping("/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ReplayResponse replay(@RequestBody(required = false) @Valid @Nullable ReplayRequest request) {
        return new ReplayResponse(letters.replayAll(request == null ? null : request.type()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable UUID id, @RequestParam @OneLine @Size(max = 500) String reason) {
        letters.discard(id, reason);
    }
}
