package dev.ashlar.gateway.cache.web;

import dev.ashlar.chassis.web.Problem;
import dev.ashlar.gateway.cache.CacheFigures;
import dev.ashlar.gateway.cache.EdgeCache;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/gateway/cache")
class CacheController {

    private final EdgeCache cache;

    CacheController(EdgeCache cache) {
        this.cache = cache;
    }

    @GetMapping
    CacheFigures figures() {
        return cache.figures();
    }

    /** Purges all responses if both parameters are missing. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void purge(@RequestParam(name = "surrogate_key", required = false) @Nullable String surrogateKey,
            @RequestParam(required = false) @Nullable String path) {
        if (surrogateKey != null && path != null) {
            throw Problem.badRequest("path", "must be absent if surrogate_key is present");
        }
        if (surrogateKey != null) {
            cache.purgeSurrogateKey(required("surrogate_key", surrogateKey));
        } else if (path != null) {
            cache.purgePath(required("path", path));
        } else {
            cache.purgeAll();
        }
    }

    /** An empty value is an error of a script, which must not purge everything. */
    private static String required(String parameter, String value) {
        if (value.isBlank()) {
            throw Problem.badRequest(parameter, "must not be empty");
        }
        return value;
    }
}
