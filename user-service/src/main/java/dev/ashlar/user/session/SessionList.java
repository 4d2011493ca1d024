package dev.ashlar.user.session;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What sessions a user has. */
@Service
public class SessionList {

    private final UserSessions sessions;
    private final Clock clock;

    SessionList(UserSessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** The user's live sessions, newest first, from the one after {@code after} in that order. */
    public List<UserSession> of(UUID userId, @Nullable UUID after, int limit) {
        return sessions.live(userId, after, limit, clock.instant());
    }
}
