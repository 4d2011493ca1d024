import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long one thing took, each time; from any thread. */
final class Latencies {

    private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());

    static void printHead(String what, String... more) {
        System.out.printf("%-34s %10s %10s %10s", what, "p50 ms", "p95 ms", "p99 ms");
        for (var column : more) {
            System.out.printf(" %10s", column);
        }
        System.out.println();
    }

    void addSince(long begun) {
        nanos.add(System.nanoTime() - begun);
    }

    void add(Latencies others) {
        nanos.addAll(others.nanos);
    }

    int size() {
        return nanos.size();
    }

    void print(String name, Object... more) {
        System.out.printf("%-34s %10.1f %10.1f %10.1f", name, at(0.50), at(0.95), at(0.99));
        for (var column : more) {
            System.out.printf(" %10s", column);
        }
        System.out.println();
    }

    /** Milliseconds that one in a hundred took longer than. */
    double p99() {
        return at(0.99);
    }

    /** Milliseconds. */
    private double at(double quantile) {
        var sorted = nanos.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.max(0, Math.ceil(quantile * sorted.size()) - 1)) / 1e6;
    }
}
