package dev.ashlar.localstack.stack;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.ashlar.process.Loopback;
import dev.ashlar.localstack.home.Secrets;
import dev.ashlar.localstack.home.Home;

/** Finds an {@code ASHLAR_PORT_OFFSET} for a short-lived stack that collides with no other stack. */
public final class FreeOffset {

    private static final int FIRST = 1_100;

    /** Keeps the highest port (Kafka's) below 32768, where the ephemeral ports of outgoing connections begin. */
    private static final int LAST = 3_500;

    /** The offsets of a developer's stack, of the system tests and of the fresh clone in CI, which may start later. */
    private static final Set<Integer> OF_OTHERS = IntStream.of(0, 500, 700)
            .flatMap(FreeOffset::ports)
            .boxed()
            .collect(Collectors.toUnmodifiableSet());

    private FreeOffset() {}

    /** Returns an offset at which every port of the stack is free. */
    public static int find() {
        int start = ThreadLocalRandom.current().nextInt(FIRST, LAST);
        return IntStream.concat(IntStream.range(start, LAST), IntStream.range(FIRST, start))
                .filter(offset -> ports(offset).allMatch(port -> !OF_OTHERS.contains(port) && Loopback.isFree(port)))
                .findFirst()
                .orElseThrow();
    }

    private static IntStream ports(int offset) {
        var nowhere = Path.of("nowhere");
        var stack = new Stack(new Home(nowhere, nowhere, offset), Secrets.random());
        return IntStream.concat(IntStream.of(new PortPlan(offset).supervisor()),
                stack.names().stream().flatMap(name -> stack.part(name).ports().stream()).mapToInt(Integer::intValue));
    }
}
