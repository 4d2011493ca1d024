package dev.ashlar.gateway;

import java.security.Security;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class GatewayServiceApplication {

    public static void main(String[] args) {
        // Before the first look-up. By default, the JDK caches addresses for 30 s, including addresses of stopped instances.
        Security.setProperty("networkaddress.cache.ttl", "1");
        SpringApplication.run(GatewayServiceApplication.class, args);
    }
}
