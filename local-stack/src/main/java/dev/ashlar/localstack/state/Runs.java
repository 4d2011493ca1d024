package dev.ashlar.localstack.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

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
        alone(name, () -> file(name).write(new Run(process)));
    }

    public void ready(InstanceName name) {
        change(name, Run::ready);
    }

    public void stopping(InstanceName name) {
        change(name, Run::stopping);
    }

    /** Unless it runs, because another command has started it again meanwhile. */
    public void forget(InstanceName name) {
        alone(name, () -> {
            if (process(name).isEmpty()) {
                file(name).delete();
            }
        });
    }

    /** Lets nobody else start a process of that name meanwhile, or note anything about it. */
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

    private void change(InstanceName name, UnaryOperator<Run> change) {
        alone(name, () -> find(name).map(change).ifPresent(file(name)::write));
    }

    private void alone(InstanceName name, Runnable action) {
        try {
            exclusively(name, () -> {
                action.run();
                return true;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InstanceName name(String fileName) {
        int dash = fileName.lastIndexOf('-');
        return InstanceName.parse(fileName.substring(0, dash) + "#" + fileName.substring(dash + 1));
    }

    private JsonFile<Run> file(InstanceName name) {
        return new JsonFile<>(folder.resolve(name.fileName() + SUFFIX), Run.class);
    }
}
