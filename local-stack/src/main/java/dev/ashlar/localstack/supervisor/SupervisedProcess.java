package dev.ashlar.localstack.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.ashlar.infrastructure.Part;
import dev.ashlar.infrastructure.Readiness;
import dev.ashlar.localstack.home.InstanceName;
import dev.ashlar.localstack.supervisor.StatusReport.ProcessStatus;
import dev.ashlar.localstack.supervisor.StatusReport.State;
import dev.ashlar.process.Signal;

/** One process of the stack, from its first start until a command forgets it. */
final class SupervisedProcess {

    private final InstanceName name;
    private Part part;
    private Map<String, String> caller = Map.of();
    private @Nullable Process process;
    private String build = "";
    private boolean reachedReady;
    private boolean askedToStop;

    SupervisedProcess(InstanceName name, Part part) {
        this.name = name;
        this.part = part;
    }

    InstanceName name() {
        return name;
    }

    synchronized Part part() {
        return part;
    }

    /** The environment of the command that started the process last. */
    synchronized Map<String, String> caller() {
        return caller;
    }

    /** Takes effect at the next start. */
    synchronized void become(Part next, Map<String, String> environment) {
        part = next;
        caller = environment;
    }

    synchronized void start(String currentBuild, Path log) throws IOException {
        build = currentBuild;
        reachedReady = false;
        askedToStop = false;
        process = part.start(log);
    }

    synchronized void ready() {
        reachedReady = true;
    }

    synchronized boolean isReachedReady() {
        return reachedReady;
    }

    /** @return true if the process ended without being killed */
    boolean stop(Duration timeout) {
        return running().map(alive -> part().stopSignal().stop(alive.toHandle(), timeout)).orElse(true);
    }

    synchronized void aboutToStop() {
        askedToStop = true;
    }

    /** True if the process runs and no command has stopped it, so that the gateways may send requests to it. */
    synchronized boolean isInService() {
        return running().isPresent() && !askedToStop;
    }

    synchronized Optional<Process> running() {
        return Optional.ofNullable(process).filter(started -> !Signal.isGone(started.toHandle()));
    }

    synchronized boolean runs() {
        return running().isPresent();
    }

    /** True if the process runs another build than a start would run now. */
    synchronized boolean isOlderThan(Optional<String> current) {
        return runs() && current.filter(newest -> !newest.equals(build)).isPresent();
    }

    ProcessStatus status() {
        var alive = running();
        if (alive.isEmpty()) {
            return ProcessStatus.of(name, part().port(), ended());
        }
        var handle = alive.get().toHandle();
        var uptime = handle.info().startInstant().map(start -> Duration.between(start, Instant.now()))
                .orElse(Duration.ZERO);
        var state = part().isReady()
                ? State.READY
                : isReachedReady() || uptime.compareTo(Readiness.LONGEST_START) > 0 ? State.UNHEALTHY : State.STARTING;
        if (!runs()) {
            return ProcessStatus.of(name, part().port(), ended()); // the process ended in the meantime
        }
        return new ProcessStatus(name.name(), name.number(), handle.pid(), part().port(), state,
                Math.max(0, uptime.toSeconds()),
                residentMemory(handle.pid()));
    }

    private synchronized State ended() {
        return process == null || askedToStop ? State.STOPPED : State.FAILED;
    }

    /**
     * In bytes, without child processes, with pages shared with other processes. Null if the process has ended or there
     * is no /proc.
     */
    private static @Nullable Long residentMemory(long pid) {
        try (var lines = Files.readString(Path.of("/proc", Long.toString(pid), "status")).lines()) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.valueOf(line.replaceAll("[^0-9]", "")) * 1024)
                    .findFirst().orElse(null);
        } catch (IOException gone) {
            return null;
        }
    }
}
