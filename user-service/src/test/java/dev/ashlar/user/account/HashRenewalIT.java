package dev.ashlar.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.user.Api;
import dev.ashlar.user.Person;
import dev.ashlar.user.UserServiceTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.transaction.annotation.Transactional;

@UserServiceTest
class HashRenewalIT {

    private static final String TODAYS = "$argon2id$v=19$m=19456,t=2,p=1$";

    @Autowired
    Api api;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Users users;

    private Person person;

    @BeforeEach
    void somebodyHasAWeakHash() {
        person = api.somebody();
        var weak = new Argon2PasswordEncoder(16, 32, 1, 4_096, 1).encode(person.password());
        jdbc.sql("UPDATE users SET password_hash = ? WHERE id = ?").param(weak).param(person.id()).update();
    }

    @Test
    void makesAWeakHashAStrongOneWhenItsOwnerLogsIn() {
        api.signIn(person);

        assertThat(hash(person.id())).startsWith(TODAYS);
        api.signIn(person);
    }

    @Test
    void happensOnce() {
        api.signIn(person);
        var renewed = hash(person.id());

        api.signIn(person);

        assertThat(hash(person.id())).isEqualTo(renewed);
    }

    @Test
    void isNoChangeOfThePassword() {
        var before = users.findById(person.id()).orElseThrow();
        var first = api.signIn(person);
        var second = api.signIn(person);

        var after = users.findById(person.id()).orElseThrow();

        assertThat(after.passwordChangedAt()).isEqualTo(before.passwordChangedAt());
        assertThat(after.version()).isEqualTo(before.version());
        api.me(first).is(200);
        api.refresh(first.refreshToken()).is(200);
        api.me(second).is(200);
    }

    @Test
    void isNotForWhoGuesses() {
        var weak = hash(person.id());

        api.logIn(person.email(), "a wrong guess of it").is(401);

        assertThat(hash(person.id())).isEqualTo(weak);
    }

    @Test
    @Transactional
    void leavesAPasswordAloneThatWasChangedInTheMeantime() {
        var changed = hash(person.id());

        users.replaceHash(person.id(), "the hash that was read", TODAYS);

        assertThat(hash(person.id())).isEqualTo(changed);
    }

    private String hash(UUID user) {
        return jdbc.sql("SELECT password_hash FROM users WHERE id = ?").param(user).query(String.class).single();
    }
}
