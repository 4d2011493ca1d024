import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * Gives a fork its own group, packages and names, in every file that git knows. Run it once, at the root of a clean clone:
 *
 * <pre>java scripts/Fork.java com.example.bazaar Bazaar</pre>
 */
class Fork {

    private static final Path ROOT = Path.of("").toAbsolutePath();
    /** The licence text stays unchanged. */
    private static final String LICENCE = "LICENSE";

    private final Pattern old;
    private final String oldName;
    private final String group;
    private final String name;

    /** Reads the old names from the root's pom.xml, so that a fork can be forked. */
    Fork(String pom, String group, String name) {
        var own = pom.substring(pom.indexOf("</parent>"));
        this.oldName = element("name", own);
        this.old = Pattern.compile(element("groupId", own).replace(".", "\\1").replaceFirst("\\\\1", "([./])")
                + "|" + Stream.of(oldName, lower(oldName), upper(oldName)).collect(Collectors.joining("|")));
        this.group = group;
        this.name = name;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 2) {
            throw refuse("Usage: java scripts/Fork.java GROUP NAME, such as com.example.bazaar Bazaar");
        }
        if (!arguments[0].matches("[a-z][a-z0-9]*(\\.[a-z][a-z0-9]*)+") || !SourceVersion.isName(arguments[0])) {
            throw refuse("GROUP is a Java package of lower-case words, such as com.example.bazaar: " + arguments[0]);
        }
        if (!arguments[1].matches("[A-Z][a-z0-9]{1,30}")) {
            throw refuse("NAME is one word with a capital, such as Bazaar: " + arguments[1]);
        }
        if (!Files.exists(ROOT.resolve("scripts/Fork.java"))) {
            throw refuse("Run this at the root of the repository");
        }
        if (!git("status", "--porcelain").isEmpty()) {
            throw refuse("Commit your changes first: git add -A && git reset --hard then undoes what this does");
        }
        new Fork(Files.readString(ROOT.resolve("pom.xml")), arguments[0], arguments[1]).run();
    }

    private void run() throws IOException, InterruptedException {
        var files = Stream.of(git("ls-files", "-z").split("\0")).filter(file -> !file.equals(LICENCE)).toList();
        var taken = Stream.concat(files.stream().filter(file -> file.endsWith("/" + name + ".java")),
                files.stream().map(this::replace).filter(to -> !files.contains(to) && Files.exists(ROOT.resolve(to))))
                .findFirst();
        if (taken.isPresent()) {
            throw refuse("Choose another name: there is " + taken.get() + " already");
        }
        for (var file : files) {
            rename(ROOT.resolve(file), ROOT.resolve(replace(file)));
        }
        System.out.printf("""
                Renamed. Next:
                  mvn formatter:format              lines have other lengths now
                  k8s/render                        names of Jobs hold a digest of what they read (kubectl 1.31)
                  mvn verify
                  git add -A && git commit
                Then look at README.md, SECURITY.md and CHANGELOG.md, which speak of %s as if it had always been there.
                """, name);
    }

    private void rename(Path from, Path to) throws IOException {
        if (Files.isSymbolicLink(from)) {
            return;
        }
        var text = text(Files.readAllBytes(from));
        if (text != null && !replace(text).equals(text)) {
            Files.writeString(from, replace(text));
        }
        if (!to.equals(from)) {
            Files.createDirectories(to.getParent());
            Files.move(from, to);
            removeEmpty(from.getParent());
        }
    }

    private String replace(String text) {
        return old.matcher(text).replaceAll(match -> match.group(1) != null
                ? group.replace(".", match.group(1))
                : match.group().equals(oldName) ? name : match.group().equals(lower(oldName)) ? lower(name) : upper(name));
    }

    private static String element(String element, String xml) {
        var match = Pattern.compile("<%1$s>([^<]+)</%1$s>".formatted(element)).matcher(xml);
        if (!match.find()) {
            throw refuse("pom.xml has no <" + element + "> of its own");
        }
        return match.group(1);
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    /** Null for a binary file, such as a picture. */
    private static String text(byte[] content) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static void removeEmpty(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            if (entries.findAny().isPresent()) {
                return;
            }
        }
        Files.delete(folder);
        removeEmpty(folder.getParent());
    }

    private static String git(String... arguments) throws IOException, InterruptedException {
        var command = Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
        var git = new ProcessBuilder(command).directory(ROOT.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (git.waitFor() != 0) {
            throw refuse(String.join(" ", command) + " failed");
        }
        return output;
    }

    private static RuntimeException refuse(String why) {
        System.err.println(why);
        System.exit(1);
        return new IllegalStateException(why);
    }
}
