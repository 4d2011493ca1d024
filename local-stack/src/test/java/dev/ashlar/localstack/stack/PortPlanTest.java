package dev.ashlar.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;

import dev.ashlar.infrastructure.Service;
import dev.ashlar.process.Misuse;
import org.junit.jupiter.api.Test;

class PortPlanTest {

    private static final Service USER = new Service("user-service", 8081);
    private static final Service ORDER = new Service("order-service", 8082);
    private static final Service ANALYTICS = new Service("analytics-service", 8085);

    private final PortPlan plan = new PortPlan(0);

    @Test
    void givesFirstInstancesThePortsOfTheContract() {
        assertThat(plan.http(Service.GATEWAY, 1)).isEqualTo(8080);
        assertThat(plan.management(ANALYTICS, 1)).isEqualTo(9085);
    }

    @Test
    void movesFurtherInstancesByTenThousand() {
        assertThat(plan.http(USER, 2)).isEqualTo(18081);
        assertThat(plan.management(USER, 2)).isEqualTo(19081);
        assertThat(plan.http(USER, 3)).isEqualTo(28081);
    }

    @Test
    void movesEverythingByTheOffset() {
        var moved = new PortPlan(300);

        assertThat(moved.http(Service.GATEWAY, 1)).isEqualTo(8380);
        assertThat(moved.management(Service.GATEWAY, 2)).isEqualTo(19380);
        assertThat(moved.infrastructure().postgres()).isEqualTo(25732);
    }

    @Test
    void letsThreeInstancesOfEverythingRunSideBySide() {
        var infrastructure = plan.infrastructure();
        var ports = Stream.concat(
                Stream.of(infrastructure.postgres(), infrastructure.redisSessions(), infrastructure.redisCache(),
                        infrastructure.kafka(), infrastructure.kafkaController(), infrastructure.smtp(),
                        infrastructure.mailPage(), infrastructure.s3()),
                Service.ALL.stream()
                        .flatMap(service -> Stream.of(1, 2, 3)
                                .flatMap(number -> Stream.of(plan.http(service, number),
                                        plan.management(service, number)))));

        assertThat(ports).doesNotHaveDuplicates();
    }

    @Test
    void refusesAnInstanceBeyondTheLastPort() {
        assertThatThrownBy(() -> plan.management(ORDER, 7)).isInstanceOf(Misuse.class)
                .hasMessageContaining("order-service");
    }
}
