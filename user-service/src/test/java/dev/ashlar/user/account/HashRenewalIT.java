package dev.ashlar.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.Logs;
import dev.ashlar.user.Api;
import dev.ashlar.user.Person;
import dev.ashlar.user.UserServiceTest;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.transaction.annotation.Transactional;

@UserServiceTest
class HashRenewalIT {

    private static final String CURRENT = "$argon2id$v=19$m=19456,t=2,p=1$";

    @Autowired
    Api api;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Users users;

    @Autowired
    Flyway flyway;

    @RegisterExtension
    final Logs logs = new Logs();

    private Person person;

    @BeforeEach
    void registerAUserWithAWeakHash() {
        person = api.registerUser();
        var weak = new Argon2PasswordEncoder(16, 32, 1, 4_096, 1).encode(person.password());
        jdbc.sql("UPDATE users SET password_hash = ? WHERE id = ?").param(weak).param(person.id()).update();
    }

    @Test
    void replacesAWeakHashAtTheLogIn() {
        api.signIn(person);

        assertThat(hash(person.id())).startsWith(CURRENT);
        api.signIn(person);
    }

    @Test
    void renewsAHashOnce() {
        api.signIn(person);
        var renewed = hash(person.id());

        api.signIn(person);

        assertThat(hash(person.id())).isEqualTo(renewed);
    }

    @Test
    void keepsThePasswordAndItsSessions() {
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
    void doesNotRenewAfterAWrongPassword() {
        var weak = hash(person.id());

        api.logIn(person.email(), "a wrong guess of it").is(401);

        assertThat(hash(person.id())).isEqualTo(weak);
    }

    @Test
    @Transactional
    void keepsAHashThatWasReplacedInTheMeantime() {
        var changed = hash(person.id());

        users.replaceHash(person.id(), "the hash that was read", CURRENT);

        assertThat(hash(person.id())).isEqualTo(changed);
    }

    @Test
    void logsInWhenTheDatabaseRefusesTheRenewal() {
        var weak = hash(person.id());
        var owner = JdbcClient.create(flyway.getConfiguration().getDataSource());
        owner.sql("""
                CREATE FUNCTION refuse_update() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'refused' USING ERRCODE = 'serialization_failure'; END $$""").update();
        try {
            owner.sql("""
                    CREATE TRIGGER refuse_update BEFORE UPDATE OF password_hash ON users
                    FOR EACH ROW WHEN (OLD.id = '%s') EXECUTE FUNCTION refuse_update()""".formatted(person.id()))
                    .update();

            api.signIn(person);
        } finally {
            owner.sql("DROP FUNCTION refuse_update CASCADE").update();
        }

        assertThat(hash(person.id())).isEqualTo(weak);
        assertThat(logs.of(Credentials.class.getName())).singleElement().satisfies(line -> {
            assertThat(line.level()).isEqualTo("WARN");
            assertThat(line.values()).containsEntry("user_id", person.id().toString()).containsKey("cause");
            assertThat(line.toString()).doesNotContain(person.password(), person.email(), weak);
        });
        api.signIn(person);
        assertThat(hash(person.id())).startsWith(CURRENT);
    }

    private String hash(UUID user) {
        return jdbc.sql("SELECT password_hash FROM users WHERE id = ?").param(user).query(String.class).single();
    }
}
