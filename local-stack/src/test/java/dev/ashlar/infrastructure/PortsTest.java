package dev.ashlar.infrastructure;

import dev.ashlar.process.Loopback;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void movesEveryStandardPortByTheOffset() {
        assertThat(Ports.standard(100)).isEqualTo(new Ports(25532, 26479, 26480, 29192, 29193, 29194, 23125, 23180,
                29100));
    }

    @Test
    void findsFreePortsThatDiffer() {
        var ports = Ports.free();

        assertThat(List.of(ports.postgres(), ports.redisSessions(), ports.redisCache(), ports.kafka(),
                ports.kafkaController(), ports.kafkaServices(), ports.smtp(), ports.mailPage(), ports.s3()))
                .doesNotHaveDuplicates()
                .allMatch(Loopback::isFree);
    }
}
