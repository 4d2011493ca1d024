package dev.ashlar.localstack.stack;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.ashlar.process.Loopback;
import dev.ashlar.localstack.home.Secrets;
import dev.ashlar.localstack.home.Home;

/** An {@code ASHLAR_PORT_OFFSET} that keeps a stack that soon ends out of the way of others. */
public final class FreeOffset {

    private static final int FIRST = 1_100;

    /** The highest port, Kafka's, stays below 32768: from there on, any outgoing connection may sit on a port. */
    private static final int LAST = 3_500;

    /** Of a developer's own stack and of the system tests', which may start meanwhile. */
    private static final Set<Integer> OF_OTHERS = IntStream.of(0, 500)
            .flatMap(FreeOffset::ports)
            .boxed()
            .collect(Collectors.toUnmodifiableSet());

    private FreeOffset() {}

    /** Every port of the stack is free there. */
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
