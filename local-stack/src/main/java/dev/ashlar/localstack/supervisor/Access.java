package dev.ashlar.localstack.supervisor;

import java.util.Objects;

/** What {@code supervisor.json} tells whoever may read it: how to reach the supervisor. */
public record Access(long pid, int port, int portOffset, String token) {

    public Access {
        Objects.requireNonNull(token);
    }

    /** A record prints its components; tokens are not for logs. */
    @Override
    public String toString() {
        return "Access[pid=%d, port=%d]".formatted(pid, port);
    }
}
