package dev.ashlar.gateway.canary;

import dev.ashlar.gateway.upstream.Canary;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * The canaries of all upstreams, in the session Redis, which keeps its data over a restart. They are the fields of one hash: the ACL
 * lets the gateway write hashes only, so it cannot create a session.
 */
@Component
public class Canaries {

    private static final String KEY = "gateway:canaries";
    private static final Pattern VALUE = Pattern.compile("(\\d{1,3}) (.+)");

    private final StringRedisTemplate sessionRedis;

    Canaries(StringRedisTemplate sessionRedis) {
        this.sessionRedis = sessionRedis;
    }

    /**
     * All canaries, by the name of the upstream.
     *
     * @throws DataAccessException if the session Redis is unavailable
     */
    public Map<String, Canary> all() {
        var canaries = new TreeMap<String, Canary>();
        sessionRedis.<String, String>opsForHash().entries(KEY).forEach((upstream, value) -> {
            var parts = VALUE.matcher(value);
            if (parts.matches()) { // a later version may write another form
                canaries.put(upstream, new Canary(parts.group(2), Math.min(100, Integer.parseInt(parts.group(1)))));
            }
        });
        return canaries;
    }

    /** @throws DataAccessException if the session Redis is unavailable */
    public void put(String upstream, Canary canary) {
        sessionRedis.opsForHash().put(KEY, upstream, canary.weight() + " " + canary.version());
    }
}
