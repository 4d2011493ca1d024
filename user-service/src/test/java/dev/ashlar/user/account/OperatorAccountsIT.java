package dev.ashlar.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.testing.Logs;
import dev.ashlar.user.Api;
import dev.ashlar.user.Tokens;
import dev.ashlar.user.UserServiceTest;
import dev.ashlar.user.password.WeakPassword;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@UserServiceTest
class OperatorAccountsIT {

    @RegisterExtension
    final Logs logs = new Logs();

    @Autowired
    Api api;

    @Autowired
    Users users;

    @Autowired
    Accounts accounts;

    @Autowired
    PasswordChange passwordChange;

    @Autowired
    JdbcClient jdbc;

    @Test
    void createsADemoAdministratorWhoReadsEveryAccount() {
        startDemo("an early demo secret", "another early secret");
        var admin = Tokens.of(api.logIn(DemoAccounts.ADMIN, "an early demo secret").is(201));

        assertThat(api.me(admin).json().path("roles")).hasToString("[\"user\",\"admin\"]");
        api.get("/api/v1/users/" + api.registerUser().id(), admin).is(200);
    }

    @Test
    void setsTheDemoPasswordsOfTheNewestStart() {
        startDemo("older demo secrets", "older demo secrets");
        startDemo("newer demo secrets", "newer demo secrets");

        api.logIn(DemoAccounts.SHOPPER, "older demo secrets").is(401);
        api.logIn(DemoAccounts.SHOPPER, "newer demo secrets").is(201);
    }

    @Test
    @Transactional
    void createsTheFirstAdministratorOnce() {
        withoutAdministrators();
        start("root@example.org", "nine purple tractors");
        start("second@example.org", "nine purple tractors");

        assertThat(users.findByEmail("root@example.org")).hasValueSatisfying(
                admin -> assertThat(admin.roles()).containsExactly("user", "admin"));
        assertThat(users.findByEmail("second@example.org")).isEmpty();
        assertThat(logs.with("event", "admin_made")).singleElement().satisfies(
                line -> assertThat(line.values().get("user_id")).isNotEqualTo("root@example.org").hasSize(36));
    }

    @Test
    @Transactional
    void doesNotMakeAnOrdinaryAccountAnAdministrator() {
        withoutAdministrators();
        var person = api.registerUser();

        start(person.email(), "nine purple tractors");

        assertThat(users.existsByAdminTrue()).isFalse();
        assertThat(logs.saying("ADMIN_EMAIL belongs to an ordinary account")).singleElement()
                .satisfies(line -> assertThat(line.level()).isEqualTo("ERROR"));
    }

    @Test
    @Transactional
    void failsTheStartForAWeakPassword() {
        withoutAdministrators();

        assertThatThrownBy(() -> start("root@example.org", "short")).isInstanceOf(WeakPassword.class);
    }

    private void startDemo(String admin, String shopper) {
        var properties = new OperatorProperties("", "", new OperatorProperties.Demo(admin, shopper));
        new DemoAccounts(accounts, passwordChange, properties).run(new DefaultApplicationArguments());
    }

    private void start(String email, String password) {
        var properties = new OperatorProperties(email, password, new OperatorProperties.Demo("", ""));
        new FirstAdmin(users, accounts, properties).run(new DefaultApplicationArguments());
    }

    /** The rollback of the test's transaction restores them. */
    private void withoutAdministrators() {
        jdbc.sql("UPDATE users SET admin = false WHERE admin").update();
    }
}
