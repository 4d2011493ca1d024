package dev.ashlar.chassis.fault;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** Reconnects without a restart to a database that has another role or another address now (ADR 35). */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@ConditionalOnClass(HikariDataSource.class)
class DatabaseRecovery {

    private static final Pattern HOSTS = Pattern.compile("jdbc:postgresql://([^/?]+)");
    private static final Pattern PORT = Pattern.compile(":\\d*$");

    @Bean
    static BeanPostProcessor currentPrimary() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource database) {
                    database.setExceptionOverride(new CurrentPrimary(database));
                    preferPrimary(database);
                }
                return bean;
            }
        };
    }

    @Bean
    @ConditionalOnBean(HikariDataSource.class)
    AddressWatch databaseAddress(HikariDataSource database) {
        return new AddressWatch(hosts(database).getFirst(), () -> CurrentPrimary.evict(database));
    }

    /** If the URL names several servers, connects to the one that accepts writes. A setting in the URL itself has precedence. */
    private static void preferPrimary(HikariDataSource database) {
        if (hosts(database).size() > 1) {
            database.addDataSourceProperty("targetServerType", "primary");
        }
    }

    /** The hosts of the JDBC URL without their ports. */
    static List<String> hosts(HikariDataSource database) {
        var url = database.getJdbcUrl() == null ? "" : database.getJdbcUrl();
        var hosts = HOSTS.matcher(url).results().map(found -> found.group(1)).findFirst().orElse("localhost");
        return Pattern.compile(",").splitAsStream(hosts).map(host -> PORT.matcher(host).replaceFirst("")).toList();
    }
}
