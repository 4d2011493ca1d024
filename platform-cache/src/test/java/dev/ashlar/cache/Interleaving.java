package dev.ashlar.cache;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One of the six orders of the steps of a reader (load, put) and a writer (commit, evict). */
record Interleaving(List<Step> order) {

    enum Step {
        LOAD, PUT, COMMIT, EVICT
    }

    private static final List<Interleaving> ALL = List.of(of("LPCE"), of("LCPE"), of("LCEP"), of("CLPE"), of("CLEP"),
            of("CELP"));

    static Interleaving of(int run) {
        return ALL.get(run % ALL.size());
    }

    private static Interleaving of(String initials) {
        return new Interleaving(initials.chars().mapToObj(initial -> switch (initial) {
            case 'L' -> Step.LOAD;
            case 'P' -> Step.PUT;
            case 'C' -> Step.COMMIT;
            default -> Step.EVICT;
        }).toList());
    }

    Steps begin() {
        var ended = new EnumMap<Step, CountDownLatch>(Step.class);
        order.forEach(step -> ended.put(step, new CountDownLatch(1)));
        return new Steps(order, ended);
    }

    /** The steps of one run. Each step waits until the step before it has ended, in either thread. */
    record Steps(List<Step> order, Map<Step, CountDownLatch> ended) {

        <T> T take(Step step, Supplier<T> work) {
            await(step);
            var result = work.get();
            end(step);
            return result;
        }

        void run(Step step, Runnable work) {
            await(step);
            work.run();
            end(step);
        }

        void await(Step step) {
            var place = order.indexOf(step);
            try {
                if (place > 0 && !ended.get(order.get(place - 1)).await(10, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("The step " + step + " never started in " + order);
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        void end(Step step) {
            ended.get(step).countDown();
        }
    }
}
