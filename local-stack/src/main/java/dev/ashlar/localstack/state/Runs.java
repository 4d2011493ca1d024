package dev.ashlar.localstack.state;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What is known of every process that was started: a file each, so that commands do not get into each other's way. */
public final class Runs {

    private static final String SUFFIX = ".json";

    private final Path folder;

    public Runs(Workspace workspace) {
        folder = workspace.runs();
    }

    public Optional<Run> find(InstanceName name) {
        return file(name).read();
    }

    /** The living process of that name. */
    public Optional<ProcessHandle> process(InstanceName name) {
        return find(name).flatMap(run -> run.process().handle());
    }

    public void started(InstanceName name, ProcessIdentity process) {
        file(name).write(new Run(process));
    }

    public void ready(InstanceName name) {
        find(name).ifPresent(run -> file(name).write(run.ready()));
    }

    public void stopping(InstanceName name) {
        find(name).ifPresent(run -> file(name).write(run.stopping()));
    }

    public void forget(InstanceName name) {
        file(name).delete();
    }

    /** Lets nobody else start a process of that name meanwhile. */
    public <T> T exclusively(InstanceName name, Lock.Action<T> action) throws IOException {
        return new Lock(folder.resolve(name.fileName() + ".lock")).holding(action);
    }

    public List<InstanceName> names() {
        return new Folder(folder).children()
                .stream()
                .map(file -> file.getFileName().toString())
                .filter(file -> file.endsWith(SUFFIX))
                .map(file -> name(file.substring(0, file.length() - SUFFIX.length())))
                .sorted(InstanceName.ORDER)
                .toList();
    }

    private static InstanceName name(String fileName) {
        int dash = fileName.lastIndexOf('-');
        return InstanceName.parse(fileName.substring(0, dash) + "#" + fileName.substring(dash + 1));
    }

    private JsonFile<Run> file(InstanceName name) {
        return new JsonFile<>(folder.resolve(name.fileName() + SUFFIX), Run.class);
    }
}
