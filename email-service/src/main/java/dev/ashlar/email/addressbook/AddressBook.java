package dev.ashlar.email.addressbook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The users' addresses. A change that is older than what is known changes nothing. */
@Repository
public class AddressBook {

    private static final Address UNKNOWN = new Address.Unknown();
    private static final long FOR_GOOD = Long.MAX_VALUE;

    private final JdbcClient jdbc;

    AddressBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is known of the user. */
    public Address find(UUID user) {
        return find(List.of(user)).getOrDefault(user, UNKNOWN);
    }

    /** What is known of these users, without those of whom nothing is. */
    public Map<UUID, Address> find(Collection<UUID> users) {
        var found = new HashMap<UUID, Address>();
        jdbc.sql("SELECT user_id, email, name FROM addresses WHERE user_id = ANY (?::uuid[])")
                .param(users.stream().map(UUID::toString).toArray(String[]::new)).query(row -> {
                    found.put(row.getObject("user_id", UUID.class), address(row));
                });
        return found;
    }

    /** The user has this address and name since the given version. */
    public void put(UUID user, long version, String email, String name) {
        write(user, version, email, name);
    }

    /** The user is gone since the given version. */
    public void erase(UUID user, long version) {
        write(user, version, null, null);
    }

    /** The user is gone for good: ids are never used twice, so no event of the user counts any more. The id is all that is kept. */
    public void erase(UUID user) {
        write(user, FOR_GOOD, null, null);
    }

    private void write(UUID user, long version, @Nullable String email, @Nullable String name) {
        jdbc.sql("""
                INSERT INTO addresses (user_id, version, email, name) VALUES (?, ?, ?, ?)
                ON CONFLICT (user_id) DO UPDATE
                SET version = excluded.version, email = excluded.email, name = excluded.name
                WHERE addresses.version < excluded.version""").param(user).param(version).param(email).param(name)
                .update();
    }

    private static Address address(ResultSet row) throws SQLException {
        var email = row.getString("email");
        return email == null ? new Address.Erased() : new Address.Known(email, row.getString("name"));
    }
}
