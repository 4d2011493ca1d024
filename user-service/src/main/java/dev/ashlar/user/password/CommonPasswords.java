package dev.ashlar.user.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** Passwords that attackers try first, in lower case. The list contains only those that keep the other rules. */
record CommonPasswords(Set<String> passwords) {

    static CommonPasswords bundled() {
        try {
            var lines = new ClassPathResource("password/common.txt").getContentAsString(UTF_8).lines();
            return new CommonPasswords(lines.filter(line -> !line.startsWith("#")).collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean contains(String password) {
        return passwords.contains(password.toLowerCase(Locale.ROOT));
    }
}
