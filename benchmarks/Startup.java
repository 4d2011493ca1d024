import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long the built stack takes to start, how long each service takes to come back, and what memory all of it takes: with the AOT
 * caches and without. Stops the stack that runs, and leaves none running. Linux only, since memory is PSS.
 *
 * <pre>./ashlar up && java benchmarks/Startup.java [rounds, 3 by default]</pre>
 */
public final class Startup {

    private static final Pattern PROCESS = Pattern.compile("\"name\"\\s*:\\s*\"([^\"]+)\"[^}]*?\"pid\"\\s*:\\s*(\\d+)");
    private static final double NANOS_PER_SECOND = 1e9;

    public static void main(String[] arguments) throws Exception {
        var rounds = arguments.length == 0 ? 3 : Integer.parseInt(arguments[0]);
        measure("with AOT caches", "", rounds);
        measure("without", "-XX:AOTMode=off", rounds);
    }

    private static List<String> services() throws IOException {
        try (var lines = Files.lines(Path.of("services.txt"))) {
            return lines.filter(line -> !line.startsWith("#")).map(line -> line.split(" ")[0]).toList();
        }
    }

    private static void measure(String title, String jvmOptions, int rounds) throws Exception {
        var seconds = new LinkedHashMap<String, List<Double>>();
        for (var round = 0; round < rounds; round++) {
            run(jvmOptions, "down");
            time(seconds, "up", jvmOptions, "up");
            for (var service : services()) {
                run(jvmOptions, "kill", service);
                time(seconds, "start " + service, jvmOptions, "start", service);
            }
        }
        run(jvmOptions, "down");
        run(jvmOptions, "up");
        run(jvmOptions, "demo");
        var memory = memory();
        run(jvmOptions, "down");
        print(title, seconds, memory);
    }

    private static void time(Map<String, List<Double>> seconds, String what, String jvmOptions, String... command)
            throws Exception {
        var begun = System.nanoTime();
        run(jvmOptions, command);
        seconds.computeIfAbsent(what, _ -> new ArrayList<>()).add((System.nanoTime() - begun) / NANOS_PER_SECOND);
    }

    private static String run(String jvmOptions, String... command) throws Exception {
        return Shop.ashlar(Map.of("ASHLAR_JVM_OPTIONS", jvmOptions), command);
    }

    /** MiB of proportional set size by name, children included. */
    private static Map<String, Long> memory() throws Exception {
        var memory = new LinkedHashMap<String, Long>();
        var process = PROCESS.matcher(run("", "status", "--json"));
        while (process.find()) {
            var root = ProcessHandle.of(Long.parseLong(process.group(2))).orElseThrow();
            var kibibytes = Stream.concat(Stream.of(root), root.descendants()).mapToLong(Startup::pss).sum();
            memory.merge(process.group(1), kibibytes / 1024, Long::sum);
        }
        return memory;
    }

    private static long pss(ProcessHandle process) {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    private static void print(String title, Map<String, List<Double>> seconds, Map<String, Long> memory) {
        System.out.printf("%n%s%n", title);
        seconds.forEach((what, each) -> System.out.printf("%-28s %s s%n", what,
                String.join("  ", each.stream().map("%.1f"::formatted).toList())));
        memory.forEach((name, mebibytes) -> System.out.printf("%-28s %5d MiB%n", name, mebibytes));
        System.out.printf("%-28s %5d MiB%n", "all", memory.values().stream().mapToLong(Long::longValue).sum());
    }
}
