package dev.ashlar.localstack.state;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where one installation of the stack lives.
 *
 * @param repository the folder with the {@code ashlar} script and the services' modules
 * @param home everything that the installation writes, {@code .ashlar} unless {@code ASHLAR_HOME} says otherwise
 * @param portOffset {@code ASHLAR_PORT_OFFSET}, added to every port so that two installations can run side by side
 */
public record Workspace(Path repository, Path home, int portOffset) {

    public static Workspace of(Path repository, Map<String, String> environment) {
        var home = environment.get("ASHLAR_HOME");
        return new Workspace(repository.toAbsolutePath(),
                home == null || home.isBlank()
                        ? repository.resolve(".ashlar").toAbsolutePath()
                        : Path.of(home).toAbsolutePath(),
                offset(environment.getOrDefault("ASHLAR_PORT_OFFSET", "0")));
    }

    private static int offset(String text) {
        if (!text.matches("[0-9]{1,5}")) {
            throw new Misuse("ASHLAR_PORT_OFFSET is '%s', and should be a number from 0".formatted(text));
        }
        return Integer.parseInt(text);
    }

    public Path log(InstanceName name) {
        return logs().resolve(name.fileName() + ".log");
    }

    public Path logs() {
        return home.resolve("logs");
    }

    public Path data() {
        return home.resolve("data");
    }

    /**
     * The services as they were unpacked to run, apart from what a build may overwrite at any time. In the repository: every
     * installation runs the same ones, and what was learnt about them once serves all.
     */
    public Path applications() {
        return repository.resolve(".ashlar").resolve("applications");
    }

    /** Which instances of the services there are, for the gateway. */
    public Path upstreams() {
        return home.resolve("upstreams.json");
    }

    /** A place beside this one, for a stack that is run once and forgotten. */
    public Workspace rehearsal(int freeOffset) {
        return new Workspace(repository, applications().resolveSibling("rehearsal"), freeOffset);
    }

    Path runs() {
        return home.resolve("run");
    }

    Path secrets() {
        return home.resolve("secrets.json");
    }
}
