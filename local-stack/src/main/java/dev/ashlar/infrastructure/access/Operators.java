package dev.ashlar.infrastructure.access;

import java.util.function.UnaryOperator;

/** Who may do everything at a Redis: people and their tools, never a service. */
public enum Operators {

    /** Whoever reaches the port; for a server that listens on the loopback address only. */
    WITHOUT_PASSWORD {

        @Override
        String line(UnaryOperator<String> passwords) {
            return "user default on nopass ~* &* +@all";
        }
    },
    /** The user {@code operator}, by a password; whoever gives none may do nothing. */
    BY_PASSWORD {

        @Override
        String line(UnaryOperator<String> passwords) {
            return "user default off%nuser operator on #%s ~* &* +@all"
                    .formatted(RedisUsers.hash(passwords.apply("operator")));
        }
    };

    abstract String line(UnaryOperator<String> passwords);
}
