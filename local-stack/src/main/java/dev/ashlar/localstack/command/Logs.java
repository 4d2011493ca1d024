package dev.ashlar.localstack.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
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
    private final List<LogCursor> cursors;

    private Logs(PrintStream out, Map<InstanceName, Path> files) {
        this.out = out;
        cursors = files.entrySet().stream().map(one -> new LogCursor(one.getKey(), one.getValue())).toList();
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
        if (last >= 0) {
            for (var cursor : logs.cursors) {
                cursor.skipToTheLast(last);
            }
        }
        logs.print();
        while (follow && !logs.out.checkError()) {
            Thread.sleep(PAUSE_MILLIS);
            logs.print();
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

    /** Merges what is new. A line without a time stays behind the line that it follows. */
    private void print() throws IOException {
        var unread = new PriorityQueue<>(
                Comparator.comparing(LogCursor::at).thenComparing(LogCursor::name, InstanceName.ORDER));
        for (var cursor : cursors) {
            if (cursor.open()) {
                unread.add(cursor);
            }
        }
        while (!unread.isEmpty()) {
            var next = unread.poll();
            out.println(cursors.size() > 1 ? "%-20s | %s".formatted(next.name(), next.line()) : next.line());
            if (next.advance()) {
                unread.add(next);
            }
        }
        out.flush();
    }
}
