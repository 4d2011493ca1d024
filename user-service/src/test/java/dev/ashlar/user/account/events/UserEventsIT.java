package dev.ashlar.user.account.events;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.ashlar.testing.EventSchemas;
import dev.ashlar.testing.Events;
import dev.ashlar.testing.TestEvent;
import dev.ashlar.user.Api;
import dev.ashlar.user.Person;
import dev.ashlar.user.Tokens;
import dev.ashlar.user.UserServiceTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@UserServiceTest
class UserEventsIT {

    @Autowired
    Api api;

    @Test
    void describeTheLifeOfAnAccountInOrder() {
        var person = api.registerUser();
        var caller = api.signIn(person);
        rename(caller, "Some Two");
        api.delete("/api/v1/users/me", caller).is(204);

        await().untilAsserted(() -> assertThat(about(person)).extracting(TestEvent::type)
                .containsExactly("user.registered", "user.changed", "user.deleted", "tombstone"));
        assertThat(about(person).getLast().data()).isNull();
    }

    @Test
    void matchTheirSchemas() {
        var person = api.registerUser();
        var caller = api.signIn(person);
        rename(caller, "Some Two");
        api.delete("/api/v1/users/me", caller).is(204);

        await().untilAsserted(() -> assertThat(about(person)).hasSize(4));
        about(person).subList(0, 3).forEach(e -> EventSchemas.assertValid(e.type(), requireNonNull(e.data())));
    }

    @Test
    void containTheStateAndAnIncreasingVersion() {
        var person = api.registerUser();
        rename(api.signIn(person), "Some Two");

        await().untilAsserted(() -> assertThat(about(person)).hasSize(2));
        assertThat(about(person)).map(this::data).extracting(data -> data.path("user_version").asInt(),
                data -> data.path("name").asString(), data -> data.path("email").asString()).containsExactly(
                        tuple(1, "Some One", person.email()),
                        tuple(2, "Some Two", person.email()));
    }

    @Test
    void areNotPublishedForANewPassword() {
        var person = api.registerUser();
        api.send("PUT", "/api/v1/users/me/password", api.signIn(person),
                Map.of("current_password", person.password(), "new_password", "seven yellow tractors")).is(204);
        var later = api.registerUser();

        await().untilAsserted(() -> assertThat(about(later)).hasSize(1));
        assertThat(about(person)).extracting(TestEvent::type).containsExactly("user.registered");
    }

    @Test
    void containTheIdOfTheirRequest() {
        var response = api.post("/api/v1/users", null,
                Map.of("email", "traced@example.org", "name", "Traced", "password", Api.PASSWORD), "X-Request-Id",
                "cause-1").is(201);

        await().untilAsserted(() -> assertThat(Events.on("users").ofSubject(response.id("id")))
                .extracting(TestEvent::source, TestEvent::requestId)
                .containsExactly(tuple("/user-service", "cause-1")));
    }

    private void rename(Tokens caller, String name) {
        api.send("PATCH", "/api/v1/users/me", caller, Map.of("name", name)).is(200);
    }

    private List<TestEvent> about(Person person) {
        return Events.on("users").ofSubject(person.id());
    }

    private JsonNode data(TestEvent event) {
        return JsonMapper.shared().readTree(event.data());
    }
}
