package dev.ashlar.chassis.security;

import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Accepts an access token if it is valid and its session exists. It reads the session from Redis for each request, so every service
 * refuses the token right after the log-out (ADR 10).
 */
final class AccessTokenAuthenticator implements AuthenticationProvider {

    private final VerifiedTokens tokens;
    private final StringRedisTemplate redis;
    private final JsonMapper json;

    AccessTokenAuthenticator(VerifiedTokens tokens, StringRedisTemplate redis, JsonMapper strict) {
        this.tokens = tokens;
        this.redis = redis;
        this.json = strict.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    }

    /**
     * @throws InvalidToken if the token or its session is not valid
     * @throws SessionStoreUnavailable if Redis does not respond, or holds a session that this version can't read
     */
    @Override
    public Authentication authenticate(Authentication bearer) {
        var token = tokens.verify(((BearerTokenAuthenticationToken) bearer).getToken());
        var session = find(token.sessionId()).orElseThrow(() -> new InvalidToken("session_ended", null));
        if (!session.userId().toString().equals(token.subject())) {
            throw new InvalidToken("session_of_another_user", null);
        }
        var user = new CurrentUser(session.userId(), token.sessionId(), session.roles());
        var authorities = AuthorityUtils
                .createAuthorityList(user.roles().stream().map(role -> "ROLE_" + role).toList());
        return new PreAuthenticatedAuthenticationToken(user, "", authorities);
    }

    private Optional<Session> find(UUID sessionId) {
        try {
            return Optional.ofNullable(redis.opsForValue().get(Session.key(sessionId))).map(this::read);
        } catch (DataAccessException | JacksonException e) {
            throw new SessionStoreUnavailable(e);
        }
    }

    /** JSON's null is unreadable, like every other damaged value. Only a missing key means that the session has ended. */
    private Session read(String value) {
        Session session = json.readValue(value, Session.class);
        if (session == null) {
            throw new SessionStoreUnavailable(new IllegalStateException("A session is null"));
        }
        return session;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return BearerTokenAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
