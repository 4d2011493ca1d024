package dev.ashlar.chassis.health;

import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The three health endpoints of the contract. */
@RestController
class HealthController {

    private final Health health;

    HealthController(Health health) {
        this.health = health;
    }

    /** Liveness: the process answers; no dependency is touched. */
    @GetMapping("/health")
    ResponseEntity<Map<String, String>> live() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Map.of("status", "ok"));
    }

    @GetMapping("/health/ready")
    ResponseEntity<HealthReport> ready() {
        return answer(health.readiness());
    }

    @GetMapping("/health/detailed")
    ResponseEntity<HealthReport> detailed() {
        return answer(health.detailed());
    }

    private static ResponseEntity<HealthReport> answer(HealthReport report) {
        return ResponseEntity.status(report.isHealthy() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore()).body(report);
    }
}
