package dev.ashlar.email;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts email-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class EmailServiceApplication {

    static void main(String[] args) {
        SpringApplication.run(EmailServiceApplication.class, args);
    }
}
