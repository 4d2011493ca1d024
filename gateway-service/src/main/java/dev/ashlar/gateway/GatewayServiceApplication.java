package dev.ashlar.gateway;

import java.security.Security;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class GatewayServiceApplication {

    public static void main(String[] args) {
        // Set before the first look-up: the JDK would remember addresses for 30 s, instances that have gone among them.
        Security.setProperty("networkaddress.cache.ttl", "1");
        SpringApplication.run(GatewayServiceApplication.class, args);
    }
}
