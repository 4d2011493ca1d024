package dev.ashlar.infrastructure.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicAccessTest {

    @ParameterizedTest
    @CsvSource({"orders, order-service", "inventory, inventory-service", "products, inventory-service",
            "users, user-service"})
    void givesEachTopicOneWriter(String stream, String writer) {
        assertThat(TopicAccess.SERVICES).filteredOn(access -> access.written().contains(stream))
                .extracting(TopicAccess::service)
                .containsExactly(writer);
    }

    @Test
    void letsAServiceWriteAndReadItsDeadLetters() {
        var orders = serviceNamed("order-service");

        assertThat(orders.written()).containsExactly("orders", "inventory.order-service.dlt",
                "products.order-service.dlt");
        assertThat(orders.read()).containsExactly("inventory", "products", "inventory.order-service.dlt",
                "products.order-service.dlt");
    }

    @Test
    void letsTheGatewayWatchProductsAndWriteNothing() {
        var gateway = serviceNamed("gateway-service");

        assertThat(gateway.read()).containsExactly("products");
        assertThat(gateway.written()).isEmpty();
    }

    /** Consumer groups are granted by prefix. */
    @Test
    void givesNoServiceANameThatIsAPrefixOfAnother() {
        var names = TopicAccess.SERVICES.stream().map(TopicAccess::service).toList();

        assertThat(names).allSatisfy(
                name -> assertThat(names).filteredOn(other -> other.startsWith(name)).isEqualTo(List.of(name)));
    }

    @Test
    void namesTheVariableThatHasThePassword() {
        assertThat(serviceNamed("order-service").passwordVariable()).isEqualTo("ORDER_SERVICE_KAFKA_PASSWORD");
    }

    private static TopicAccess serviceNamed(String name) {
        return TopicAccess.SERVICES.stream()
                .filter(access -> access.service().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
