package dev.ashlar.chassis.health;

import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class HealthController {

    private final HealthReporter health;

    HealthController(HealthReporter health) {
        this.health = health;
    }

    /** Liveness uses no dependency. */
    @GetMapping("/health")
    ResponseEntity<Map<String, String>> live() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Map.of("status", "ok"));
    }

    @GetMapping("/health/ready")
    ResponseEntity<HealthReport> ready() {
        return response(health.readiness());
    }

    @GetMapping("/health/detailed")
    ResponseEntity<HealthReport> detailed() {
        return response(health.detailed());
    }

    private static ResponseEntity<HealthReport> response(HealthReport report) {
        return ResponseEntity.status(report.isHealthy() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore()).body(report);
    }
}
