import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Draws the imports between modules and packages of all main code as Mermaid diagrams in {@code
 * docs/architecture/modules.md}. With {@code --check} it changes nothing and fails if the page is out of date.
 *
 * <pre>java scripts/Structure.java [--check]</pre>
 */
class Structure {

    private static final Path PAGE = Path.of("docs/architecture/modules.md");
    private static final String SOURCES = "src/main/java";
    private static final Pattern IMPORT = Pattern.compile("import (?:static )?([a-z0-9_.]+)\\.[A-Z].*", Pattern.DOTALL);

    /** The module of each package. */
    private final Map<String, String> modules = new TreeMap<>();
    private final Map<String, Set<String>> imports = new TreeMap<>();
    private final Map<String, Integer> files = new TreeMap<>();

    public static void main(String... args) throws IOException {
        var page = new Structure().page();
        if (!List.of(args).contains("--check")) {
            Files.writeString(PAGE, page);
        } else if (!Files.readString(PAGE).equals(page)) {
            System.err.println(PAGE + " is out of date. Run: java scripts/Structure.java");
            System.exit(1);
        }
    }

    private String page() throws IOException {
        try (var folders = Files.list(Path.of(""))) {
            for (var module : folders.filter(folder -> Files.isDirectory(folder.resolve(SOURCES))).sorted().toList()) {
                read(module);
            }
        }
        var page = new ArrayList<>(List.of(
                "# Modules and packages",
                "",
                "Drawn from the imports of the code by `java scripts/Structure.java`; CI fails when this page is out of date.",
                "An arrow points from the code that imports to the code that is imported.",
                "",
                "## Modules",
                ""));
        page.addAll(diagram(modules::get, modules.keySet(), ""));
        for (var module : new TreeSet<>(modules.values())) {
            var own = modules.keySet().stream().filter(name -> modules.get(name).equals(module)).toList();
            page.addAll(List.of("", "## " + module, "",
                    own.size() + " packages, " + own.stream().mapToInt(files::get).sum() + " files.", ""));
            if (own.size() > 1) {
                page.addAll(diagram(UnaryOperator.identity(), own, prefix(own)));
            }
        }
        return String.join("\n", page) + "\n";
    }

    private void read(Path module) throws IOException {
        var root = module.resolve(SOURCES);
        try (Stream<Path> sources = Files.walk(root)) {
            for (var source : sources.filter(file -> file.toString().endsWith(".java")).sorted().toList()) {
                var name = root.relativize(source.getParent()).toString().replace('/', '.');
                modules.put(name, module.toString());
                files.merge(name, 1, Integer::sum);
                var imported = imports.computeIfAbsent(name, _ -> new TreeSet<>());
                Files.readAllLines(source).stream().map(IMPORT::matcher).filter(line -> line.matches())
                        .forEach(line -> imported.add(line.group(1)));
            }
        }
    }

    /** Draws the given packages as nodes, named by {@code group}, and the imports between them. */
    private List<String> diagram(UnaryOperator<String> group, Iterable<String> shown, String prefix) {
        var nodes = new TreeSet<String>();
        shown.forEach(name -> nodes.add(group.apply(name)));
        var lines = new ArrayList<>(List.of("```mermaid", "flowchart TD"));
        nodes.forEach(node -> lines.add("    %s[\"%s\"]".formatted(id(node), label(node, prefix))));
        lines.addAll(modules.keySet().stream().filter(name -> nodes.contains(group.apply(name)))
                .flatMap(from -> imports.get(from).stream().filter(modules::containsKey)
                        .filter(to -> nodes.contains(group.apply(to)))
                        .filter(to -> !group.apply(to).equals(group.apply(from)))
                        .map(to -> "    %s --> %s".formatted(id(group.apply(from)), id(group.apply(to)))))
                .collect(Collectors.toCollection(TreeSet::new)));
        lines.add("```");
        return lines;
    }

    /** The common prefix of all packages of a module. */
    private static String prefix(List<String> packages) {
        var prefix = packages.getFirst();
        for (var name : packages) {
            while (!(name + ".").startsWith(prefix + ".")) {
                prefix = prefix.substring(0, prefix.lastIndexOf('.'));
            }
        }
        return prefix;
    }

    private static String label(String node, String prefix) {
        return node.equals(prefix) || prefix.isEmpty() ? node : node.substring(prefix.length() + 1);
    }

    private static String id(String name) {
        return name.replaceAll("[.-]", "_");
    }
}
