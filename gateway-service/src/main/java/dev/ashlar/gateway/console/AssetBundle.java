package dev.ashlar.gateway.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/**
 * The page and all files that it refers to, directly or through other files. Replaces each relative reference by the name of the asset. A
 * file gets its hash after the files that it imports, so the imports must have no cycle.
 */
final class AssetBundle {

    static final String FOLDER = "assets/";
    private static final String PAGE = "index.html";
    private static final String LIBRARIES = "lib/";
    private static final Pattern REFERENCE = Pattern
            .compile("((?:\\bfrom|\\bimport|\\bimport\\(|\\bhref=|\\bsrc=)\\s*[\"'])(\\.{1,2}/[^\"']+)");
    private static final Pattern SOURCE_MAP = Pattern.compile("(?m)^//# sourceMappingURL=.*$");

    private final Map<String, String> libraries;
    private final Map<String, Asset> byPath = new HashMap<>();
    private final Map<String, Asset> byName = new LinkedHashMap<>();
    private final Set<String> open = new HashSet<>();
    private final Asset page;

    /** @param libraries versions by name */
    AssetBundle(Map<String, String> libraries) {
        this.libraries = libraries;
        page = Asset.of(PAGE, resolved(PAGE, "./" + FOLDER));
    }

    Asset page() {
        return page;
    }

    Optional<Asset> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Collection<Asset> all() {
        return byName.values();
    }

    private Asset asset(String path) {
        var known = byPath.get(path);
        if (known != null) {
            return known;
        }
        if (!open.add(path)) {
            throw new IllegalStateException("The imports of the console have a cycle at " + path);
        }
        var asset = Asset.of(path, resolved(path, "./"));
        byPath.put(path, asset);
        byName.put(asset.name(), asset);
        return asset;
    }

    private String resolved(String path, String prefix) {
        var source = SOURCE_MAP.matcher(read(path)).replaceAll("");
        return REFERENCE.matcher(source).replaceAll(reference -> Matcher.quoteReplacement(
                reference.group(1) + prefix
                        + asset(URI.create(path).resolve(reference.group(2)).toString()).name()));
    }

    private String read(String path) {
        try {
            return new ClassPathResource(location(path)).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The console refers to " + path, e);
        }
    }

    private String location(String path) {
        if (!path.startsWith(LIBRARIES)) {
            return "console/" + path;
        }
        var library = path.split("/", 3);
        return "META-INF/resources/webjars/%s/%s/%s".formatted(library[1], libraries.get(library[1]), library[2]);
    }
}
