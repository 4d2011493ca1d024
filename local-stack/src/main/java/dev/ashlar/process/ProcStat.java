package dev.ashlar.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process as Linux sees it. Java takes a process for alive until its parent has collected it, which in a container
 * whose first process collects nobody is for ever.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
record ProcStat(char state, int threads) {

    private static final int STATE = 0;
    private static final int THREADS = 17;

    /** Empty if the process is gone, or the system has no such files. */
    static Optional<ProcStat> of(ProcessHandle process) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Optional.of(new ProcStat(fields[STATE].charAt(0), Integer.parseInt(fields[THREADS])));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** The first thread becomes a zombie at once; files and sockets stay open until the last thread has ended. */
    boolean isDead() {
        return state == 'Z' && threads <= 1;
    }
}
