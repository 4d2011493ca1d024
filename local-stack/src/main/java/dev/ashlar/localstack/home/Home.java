package dev.ashlar.localstack.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.ashlar.process.AtomicFile;
import dev.ashlar.process.Folders;
import dev.ashlar.process.Misuse;

/**
 * The folders and the port offset of one installation. Needs only the JDK, because {@code Bootstrap} runs from source.
 *
 * @param repository the folder with the {@code ashlar} script and the modules of the services
 * @param folder all files that the installation writes; {@code .ashlar} unless {@code ASHLAR_HOME} is set
 * @param portOffset added to every port, so that two installations can run on one machine
 */
public record Home(Path repository, Path folder, int portOffset) {

    private static final String OFFSET = "ASHLAR_PORT_OFFSET";
    private static final Pattern OF_THE_SUPERVISOR = Pattern.compile("\"port_offset\" *: *([0-9]{1,5})\\b");
    private static final int HIGHEST_OFFSET = 65_535 - 29_094;

    /** @throws Misuse if the port offset of the environment is invalid, or differs from that of this installation */
    public static Home of(Path repository, Map<String, String> environment) {
        var configured = environment.getOrDefault("ASHLAR_HOME", "");
        var folder = (configured.isBlank() ? repository.resolve(".ashlar") : Path.of(configured)).toAbsolutePath()
                .normalize();
        var asked = Optional.of(environment.getOrDefault(OFFSET, "")).filter(text -> !text.isBlank()).map(Home::offset);
        var remembered = remembered(folder);
        if (asked.isPresent() && remembered.isPresent() && !asked.equals(remembered)) {
            throw new Misuse(
                    "%s is %d, but the installation in %s has %d: unset the variable, or set ASHLAR_HOME to another folder, or forget the data first with ./ashlar reset without the variable"
                            .formatted(OFFSET, asked.get(), folder, remembered.get()));
        }
        return new Home(repository.toAbsolutePath(), folder, asked.or(() -> remembered).orElse(0));
    }

    private static int offset(String text) {
        return number(text)
                .orElseThrow(() -> new Misuse("%s is '%s', and should be a number from 0 to %d".formatted(OFFSET, text,
                        HIGHEST_OFFSET)));
    }

    private static Optional<Integer> number(String text) {
        return Optional.of(text)
                .filter(digits -> digits.matches("[0-9]{1,5}"))
                .map(Integer::valueOf)
                .filter(offset -> offset <= HIGHEST_OFFSET);
    }

    private static Optional<Integer> remembered(Path folder) {
        return text(folder.resolve("port-offset")).flatMap(Home::number)
                .or(() -> text(folder.resolve("supervisor.json"))
                        .flatMap(json -> OF_THE_SUPERVISOR.matcher(json).results().findFirst())
                        .flatMap(found -> number(found.group(1))));
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    /** Stores the port offset. Later commands with another offset are refused. */
    public void rememberPortOffset() throws IOException {
        if (!hasFixedPortOffset()) {
            AtomicFile.write(folder.resolve("port-offset"), (portOffset + "\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    public boolean hasFixedPortOffset() {
        return text(folder.resolve("port-offset")).flatMap(Home::number).isPresent();
    }

    public Path log(InstanceName name) {
        return logs().resolve(name.fileName() + ".log");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    public Path supervisorLog() {
        return logs().resolve("supervisor.log");
    }

    public Path data() {
        return folder.resolve("data");
    }

    /** The working folder of the services, where a crashed JVM leaves its files. */
    public Path workingFolder() {
        return folder.resolve("run");
    }

    /** The file that lists all instances for the gateway. */
    public Path upstreams() {
        return folder.resolve("upstreams.json");
    }

    /** The certificate of {@code up --tls}. */
    public Path tls() {
        return folder.resolve("tls");
    }

    public Path scale() {
        return folder.resolve("scale.json");
    }

    public Path supervisor() {
        return folder.resolve("supervisor.json");
    }

    /**
     * The unpacked services, apart from the jars that a build may overwrite. The folder is in the repository, so that
     * all installations share the copies and their AOT caches.
     */
    public Path applications() {
        return repository.resolve(".ashlar").resolve("applications");
    }

    /** An installation beside this one, for a training run. */
    public Home rehearsal(int freeOffset) {
        return new Home(repository, applications().resolveSibling("rehearsal"), freeOffset);
    }

    /** Deletes only files that this installation created. Keeps unpacked services. */
    public void forget() throws IOException {
        for (var made : (Iterable<Path>) Stream
                .of("data", "logs", "run", "secrets.json", "upstreams.json", "scale.json", "supervisor.json",
                        "port-offset", "tls")
                .map(folder::resolve)::iterator) {
            Folders.delete(made);
        }
    }

    Path secrets() {
        return folder.resolve("secrets.json");
    }
}
