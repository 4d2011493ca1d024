package dev.ashlar.localstack.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.ashlar.localstack.home.InstanceName;
import dev.ashlar.localstack.home.Misuse;
import dev.ashlar.localstack.home.StackFailure;
import dev.ashlar.process.Folders;

/** {@code logs}: what one process wrote, or what several did, in the order of time, each line behind the name of its process. */
public final class Logs {

    private static final int PAUSE_MILLIS = 200;

    private final PrintStream out;
    private final Map<InstanceName, Path> files;
    private final Map<InstanceName, Long> positions = new TreeMap<>(InstanceName.ORDER);

    private record Line(String at, InstanceName name, String text) {}

    private Logs(PrintStream out, Map<InstanceName, Path> files) {
        this.out = out;
        this.files = files;
        files.keySet().forEach(name -> positions.put(name, 0L));
    }

    /**
     * @param names none for all
     * @param last how many lines of each, or a negative number for all
     */
    public static int run(Context context, List<String> names, int last, boolean follow)
            throws IOException, InterruptedException {
        var files = files(context, names);
        if (!follow && files.values().stream().noneMatch(Files::exists)) {
            throw new StackFailure("%s has written nothing yet"
                    .formatted(names.isEmpty() ? "The platform" : String.join(", ", names)));
        }
        var logs = new Logs(context.terminal().out(), files);
        logs.print(last);
        while (follow && !logs.out.checkError()) {
            Thread.sleep(PAUSE_MILLIS);
            logs.print(-1);
        }
        return 0;
    }

    /** @throws Misuse if there is nothing of a name */
    private static Map<InstanceName, Path> files(Context context, List<String> names) throws IOException {
        var stack = context.stack();
        var chosen = names.isEmpty() ? allWithALog(context) : names.stream().map(InstanceName::parse).toList();
        var files = new TreeMap<InstanceName, Path>(InstanceName.ORDER);
        for (var name : chosen) {
            stack.part(name).ports();
            files.put(name, context.home().log(name));
        }
        return files;
    }

    private static List<InstanceName> allWithALog(Context context) throws IOException {
        var instances = Folders.children(context.home().logs())
                .stream()
                .map(file -> file.getFileName().toString())
                .filter(file -> file.matches("[a-z-]+-[1-9][0-9]?\\.log"))
                .map(file -> file.replaceFirst("-([0-9]+)\\.log$", "#$1"))
                .map(InstanceName::parse);
        return Stream.concat(context.stack().names().stream(), instances).distinct().toList();
    }

    private void print(int last) throws IOException {
        var lines = new ArrayList<Line>();
        for (var name : files.keySet()) {
            var fresh = read(name);
            lines.addAll(last < 0 ? fresh : fresh.subList(Math.max(0, fresh.size() - last), fresh.size()));
        }
        if (files.size() > 1) {
            lines.sort(Comparator.comparing(Line::at)); // stable: what has no time stays behind what it follows
        }
        for (var line : lines) {
            out.println(files.size() > 1 ? "%-20s | %s".formatted(line.name(), line.text()) : line.text());
        }
        out.flush();
    }

    /** What was written since the last time, up to the end of a line. */
    private List<Line> read(InstanceName name) throws IOException {
        var file = files.get(name);
        if (!Files.exists(file)) {
            positions.put(name, 0L);
            return List.of();
        }
        byte[] bytes;
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() < positions.get(name)) {
                positions.put(name, 0L); // it was forgotten by a reset, and another one begun
            }
            channel.position(positions.get(name));
            bytes = Channels.newInputStream(channel).readAllBytes();
        }
        var complete = bytes.length;
        while (complete > 0 && bytes[complete - 1] != '\n') {
            complete--;
        }
        positions.merge(name, (long) complete, Long::sum);
        var at = "";
        var lines = new ArrayList<Line>();
        for (var text : new String(bytes, 0, complete, StandardCharsets.UTF_8).lines().toList()) {
            at = LogTime.of(text).orElse(at);
            lines.add(new Line(at, name, text));
        }
        return lines;
    }
}
