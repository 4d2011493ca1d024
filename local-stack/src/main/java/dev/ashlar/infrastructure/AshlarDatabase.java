package dev.ashlar.infrastructure;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import dev.ashlar.process.Resources;

/**
 * The database that all services share, with superuser rights.
 * <p> Each service has a schema and two roles. {@code <service>_migrator} owns the schema and runs Flyway. {@code
 * <service>} reads and writes rows in this schema only.
 */
public record AshlarDatabase(String host, int port, InfrastructureSecrets secrets) {

    public static final String NAME = "ashlar";

    public static final List<String> SERVICES = Service.ALL.stream().filter(Service::hasDatabase).map(Service::role)
            .toList();

    public String url() {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, NAME);
    }

    /** Creates the database, and a schema and roles for every service, if they are missing. Sets all passwords. */
    public void provision() throws SQLException {
        create();
        for (var service : SERVICES) {
            provision(service);
        }
    }

    /** Provisions one service, which need not be one of {@link #SERVICES}. The database must exist. */
    public void provision(String service) throws SQLException {
        var script = new PsqlScript(Resources.text("/postgres/provision-service.sql"))
                .with(Map.of("database", NAME, "service", service, "migrator", migratorOf(service),
                        "service_password", secrets.service(service), "migrator_password",
                        secrets.migrator(service)));
        try (var connection = connect(NAME); var statement = connection.createStatement()) {
            statement.execute(script);
        }
    }

    static String migratorOf(String service) {
        return service + "_migrator";
    }

    private void create() throws SQLException {
        try (var connection = connect("postgres"); var statement = connection.createStatement()) {
            var found = statement.executeQuery("SELECT FROM pg_database WHERE datname = '%s'".formatted(NAME));
            if (!found.next()) {
                statement.execute("CREATE DATABASE " + NAME);
            }
        }
    }

    Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.put("user", "postgres");
        properties.put("password", secrets.superuser());
        properties.put("ApplicationName", "provisioning");
        properties.put("connectTimeout", "5");
        properties.put("socketTimeout", "30"); // a server that hangs must not block a thread for ever
        properties.put("loginTimeout", "10"); // a server on a busy machine may be slow
        return DriverManager.getConnection("jdbc:postgresql://%s:%d/%s".formatted(host, port, database), properties);
    }
}
