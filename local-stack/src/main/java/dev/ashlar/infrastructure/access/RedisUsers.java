package dev.ashlar.infrastructure.access;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.ashlar.process.Resources;
import dev.ashlar.process.Sha256;

/**
 * The users of one Redis and their rights: the resource {@code redis/<instance>.acl}, one line for each service.
 *
 * @param instance {@code redis-sessions} or {@code redis-cache}
 * @param passwords the password of a user of this instance, by user name
 * @see <a href="https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/">ACL rules</a>
 */
public record RedisUsers(String instance, UnaryOperator<String> passwords) {

    private static final Pattern HASH = Pattern.compile("\\$\\{(\\w+)}");

    /**
     * The file for {@code --aclfile}. It contains only hashes of the passwords. Operators need no password, because
     * these servers listen on the loopback address only.
     */
    public String file() {
        return Resources.text("/redis/%s.acl".formatted(instance)).lines().filter(line -> !line.startsWith("#"))
                .map(this::withHash)
                .collect(Collectors.joining("\n", "user default on nopass ~* &* +@all\n", "\n"));
    }

    private String withHash(String line) {
        return HASH.matcher(line).replaceAll(match -> hash(passwords.apply(user(match.group(1)))));
    }

    private static String user(String placeholder) {
        return placeholder.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String hash(String password) {
        return HexFormat.of().formatHex(Sha256.digest().digest(password.getBytes(StandardCharsets.UTF_8)));
    }
}
