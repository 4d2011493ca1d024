package dev.ashlar.gateway.firewall;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the rules of this gateway and their matches to admins. */
@RestController
class FirewallController {

    private final Firewall firewall;

    FirewallController(Firewall firewall) {
        this.firewall = firewall;
    }

    @GetMapping("/api/v1/gateway/firewall")
    FirewallResponse rules() {
        return firewall.response();
    }
}
