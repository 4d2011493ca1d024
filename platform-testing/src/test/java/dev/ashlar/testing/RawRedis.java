package dev.ashlar.testing;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.ArrayOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.ProtocolKeyword;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Both Redis, spoken to as with {@code redis-cli}: a line is a command, backquotes keep a word together. */
final class RawRedis implements AutoCloseable {

    private static final Pattern WORD = Pattern.compile("`([^`]*)`|(\\S+)");

    private final RedisClient client = RedisClient.create();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Backend.Redis redis;

    RawRedis(Backend.Redis redis) {
        this.redis = redis;
    }

    Session operator(String instance) {
        return session(url(instance));
    }

    Session as(String user, String instance) {
        var login = "redis://%s:%s@".formatted(user, password(user, instance));
        return session(url(instance).replace("redis://", login));
    }

    String password(String user, String instance) {
        return redis.secrets().redis(instance, user);
    }

    private String url(String instance) {
        return instance.equals("redis-sessions") ? redis.sessions() : redis.cache();
    }

    private Session session(String url) {
        return sessions.computeIfAbsent(url, one -> new Session(client.connect(RedisURI.create(one))));
    }

    @Override
    public void close() {
        client.shutdown();
    }

    record Session(StatefulRedisConnection<String, String> connection) {

        /** The answer, of whatever kind, as text. */
        String run(String line) {
            var words = WORD.matcher(line)
                    .results()
                    .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                    .toList();
            var arguments = new CommandArgs<>(StringCodec.UTF8).addValues(words.subList(1, words.size()));
            var answer = connection.sync()
                    .dispatch(new Keyword(words.getFirst()), new ArrayOutput<>(StringCodec.UTF8), arguments);
            return text(answer);
        }

        private static String text(List<Object> answer) {
            return answer.size() == 1 ? String.valueOf(answer.getFirst()) : answer.toString();
        }
    }

    private record Keyword(String name) implements ProtocolKeyword {

        @Override
        public byte[] getBytes() {
            return name.getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
