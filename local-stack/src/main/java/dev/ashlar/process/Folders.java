package dev.ashlar.process;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

public final class Folders {

    private static final String DRAFT = "draft-";

    private Folders() {}

    /** In order of their names; none if there is no such folder. */
    public static List<Path> children(Path folder) throws IOException {
        try (var children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (NoSuchFileException absent) {
            return List.of();
        }
    }

    public interface Filling<E extends Exception> {
        void fill(Path draft) throws IOException, E;
    }

    /** Fills a folder unless it is there. Several processes may do so at once: each fills a draft, and the first to rename it wins. */
    public static <E extends Exception> void fillOnce(Path folder, Filling<E> filling) throws IOException, E {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder.getParent());
        var draft = Files.createTempDirectory(folder.getParent(), DRAFT);
        try {
            filling.fill(draft);
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        } finally {
            delete(draft);
        }
    }

    /** The folders in a folder, without links to others, the newest first. */
    public static List<Path> newest(Path folder) throws IOException {
        return children(folder).stream()
                .filter(child -> Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS))
                .filter(child -> !child.getFileName().toString().startsWith(DRAFT))
                .sorted(Comparator.comparing((Path child) -> child.toFile().lastModified()).reversed())
                .toList();
    }

    /** Deletes the others, but for those that are in use. */
    public static void keepNewest(Path folder, int count) throws IOException {
        for (var old : newest(folder).stream().skip(count).filter(child -> !isInUse(child)).toList()) {
            delete(old);
        }
    }

    /** Deletes what processes that were killed have left in a folder in which nobody else is at work. */
    public static void deleteDrafts(Path folder) throws IOException {
        for (var child : children(folder)) {
            if (child.getFileName().toString().startsWith(DRAFT)) {
                delete(child);
            }
        }
    }

    /**
     * Whether a process was started with the folder, or with a file in it. False where the system does not tell the arguments of
     * processes.
     */
    static boolean isInUse(Path folder) {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().arguments().stream())
                .flatMap(Stream::of)
                .anyMatch(argument -> argument.contains(folder.toString()));
    }

    /** Deletes a file, or a folder with all that is in it, if it is there. Links are removed, not followed. */
    public static void delete(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            for (var child : children(path)) {
                delete(child);
            }
        }
        Files.deleteIfExists(path); // its owner may have removed it meanwhile
    }
}
