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

    /** Returns the children sorted by name; none if the folder is missing. */
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

    /** Fills a folder once. Concurrent processes each fill a draft, and the first one to rename its draft wins. */
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

    /** Creates an empty file that only its owner may read, and that {@link #deleteDrafts} deletes after a kill. */
    public static Path draftFile(Path folder) throws IOException {
        return Files.createTempFile(folder, DRAFT, "");
    }

    /** Returns the subfolders, the newest first. Ignores symbolic links. */
    public static List<Path> newest(Path folder) throws IOException {
        return children(folder).stream()
                .filter(child -> Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS))
                .filter(child -> !child.getFileName().toString().startsWith(DRAFT))
                .sorted(Comparator.comparing((Path child) -> child.toFile().lastModified()).reversed())
                .toList();
    }

    /** Deletes the other subfolders unless a process uses them. */
    public static void keepNewest(Path folder, int count) throws IOException {
        for (var old : newest(folder).stream().skip(count).filter(child -> !isInUse(child)).toList()) {
            delete(old);
        }
    }

    /** Deletes the drafts of killed processes. Call it only if no other process works in the folder. */
    public static void deleteDrafts(Path folder) throws IOException {
        for (var child : children(folder)) {
            if (child.getFileName().toString().startsWith(DRAFT)) {
                delete(child);
            }
        }
    }

    /**
     * True if the arguments of a running process contain the folder or a file in it. False if the system hides
     * arguments.
     */
    static boolean isInUse(Path folder) {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().arguments().stream())
                .flatMap(Stream::of)
                .anyMatch(argument -> argument.contains(folder.toString()));
    }

    /** Deletes a file, or a folder with its content, if it exists. Does not follow links. */
    public static void delete(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            for (var child : children(path)) {
                delete(child);
            }
        }
        Files.deleteIfExists(path); // its owner may have deleted it in the meantime
    }
}
