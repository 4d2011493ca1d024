package dev.ashlar.localstack.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.ashlar.localstack.home.InstanceName;
import dev.ashlar.process.Misuse;
import dev.ashlar.process.StackFailure;
import dev.ashlar.process.Folders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code logs}: prints the log of one process, or the logs of several in the sequence of time, with the name of the
 * process before each line.
 */
@Command
record LogsCommand(Context context) {

    private static final int PAUSE_MILLIS = 200;

    @Command
    void logs(@Parameters(arity = "0..*", paramLabel = "NAME[#N]") @Nullable List<String> names,
            @Option(names = {"-f", "--follow"}) boolean follow,
            @Option(names = {"-n", "--lines"}, defaultValue = "-1") int last)
            throws IOException, InterruptedException {
        var files = files(names == null ? List.of() : names);
        if (!follow && files.values().stream().noneMatch(Files::exists)) {
            throw new StackFailure("%s has written nothing yet"
                    .formatted(names == null ? "The platform" : String.join(", ", names)));
        }
        var cursors = files.entrySet().stream().map(one -> new LogCursor(one.getKey(), one.getValue())).toList();
        if (last >= 0) {
            for (var cursor : cursors) {
                cursor.skipToTheLast(last);
            }
        }
        print(cursors);
        while (follow && !context.terminal().out().checkError()) {
            Thread.sleep(PAUSE_MILLIS);
            print(cursors);
        }
    }

    private Map<InstanceName, Path> files(List<String> names) throws IOException {
        var stack = context.stack();
        var chosen = names.isEmpty() ? allWithALog() : names.stream().map(InstanceName::parse).toList();
        var files = new TreeMap<InstanceName, Path>(InstanceName.ORDER);
        for (var name : chosen) {
            stack.part(name).ports();
            files.put(name, context.home().log(name));
        }
        return files;
    }

    private List<InstanceName> allWithALog() throws IOException {
        var instances = Folders.children(context.home().logs())
                .stream()
                .map(file -> file.getFileName().toString())
                .filter(file -> file.matches("[a-z-]+-[1-9][0-9]?\\.log"))
                .map(file -> file.replaceFirst("-([0-9]+)\\.log$", "#$1"))
                .map(InstanceName::parse);
        return Stream.concat(context.stack().names().stream(), instances).distinct().toList();
    }

    /** Merges new lines. A line without a time stays after the line before it. */
    private void print(List<LogCursor> cursors) throws IOException {
        var unread = new PriorityQueue<>(
                Comparator.comparing(LogCursor::at).thenComparing(LogCursor::name, InstanceName.ORDER));
        for (var cursor : cursors) {
            if (cursor.open()) {
                unread.add(cursor);
            }
        }
        while (!unread.isEmpty()) {
            var next = unread.poll();
            context.terminal().out()
                    .println(cursors.size() > 1 ? "%-20s | %s".formatted(next.name(), next.line()) : next.line());
            if (next.advance()) {
                unread.add(next);
            }
        }
        context.terminal().out().flush();
    }
}
