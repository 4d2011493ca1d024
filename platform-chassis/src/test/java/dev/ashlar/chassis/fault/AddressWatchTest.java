package dev.ashlar.chassis.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AddressWatchTest {

    private final AtomicInteger moves = new AtomicInteger();
    private List<String> addresses = List.of();
    private final AddressWatch watch = new AddressWatch("db.example", this::resolve, moves::incrementAndGet);

    @Test
    void reportsAMoveWhenNoneOfTheOldAddressesIsLeft() {
        check("192.0.2.1", "192.0.2.2");
        check("192.0.2.2", "192.0.2.3");
        assertThat(moves).hasValue(0);

        check("192.0.2.9");
        assertThat(moves).hasValue(1);

        check("192.0.2.9");
        assertThat(moves).hasValue(1);
    }

    @Test
    void remembersTheAddressWhileTheHostNameHasNone() {
        check("192.0.2.1");
        check();
        check("192.0.2.9");

        assertThat(moves).hasValue(1);
    }

    private void check(String... found) {
        addresses = List.of(found);
        watch.check();
    }

    private InetAddress[] resolve(String host) throws UnknownHostException {
        if (addresses.isEmpty()) {
            throw new UnknownHostException(host);
        }
        var resolved = new InetAddress[addresses.size()];
        for (var i = 0; i < resolved.length; i++) {
            resolved[i] = InetAddress.ofLiteral(addresses.get(i));
        }
        return resolved;
    }
}
