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

/** The users' addresses. Changes with an older version than the stored one are ignored. */
@Repository
public class AddressBook {

    private static final Address UNKNOWN = new Address.Unknown();
    private static final long FINAL_VERSION = Long.MAX_VALUE;

    private final JdbcClient jdbc;

    AddressBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Address find(UUID user) {
        return find(List.of(user)).getOrDefault(user, UNKNOWN);
    }

    /** The entries of these users. Unknown users are missing from the map. */
    public Map<UUID, Address> find(Collection<UUID> users) {
        var found = new HashMap<UUID, Address>();
        jdbc.sql("SELECT user_id, email, name FROM addresses WHERE user_id = ANY (?::uuid[])")
                .param(users.stream().map(UUID::toString).toArray(String[]::new)).query(row -> {
                    found.put(row.getObject("user_id", UUID.class), address(row));
                });
        return found;
    }

    public void put(UUID user, long version, String email, String name) {
        write(user, version, email, name);
    }

    public void erase(UUID user, long version) {
        write(user, version, null, null);
    }

    /** Erases the user whatever the version, and ignores every later event of the user. User ids are never reused. */
    public void erase(UUID user) {
        write(user, FINAL_VERSION, null, null);
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
