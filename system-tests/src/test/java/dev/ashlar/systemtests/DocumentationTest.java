package dev.ashlar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents link to files and headings that exist, and name tests that exist. */
class DocumentationTest {

    private static final Path ROOT = Path.of(System.getProperty("repository.root"));
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#|mailto:)([^)#\\s]+)[^)]*\\)");
    private static final Pattern ANCHOR = Pattern.compile("]\\((?!https?:|mailto:)([^)#\\s]*)#([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```$");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+)$");
    private static final Pattern TEST = Pattern.compile("[`\\[]([A-Z][A-Za-z]*[a-z](?:IT|Test))[`\\]]");
    private static final Set<String> TESTS = tests();

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkOfAPageLeadsToAFile(Path page) throws IOException {
        var links = LINK.matcher(Files.readString(ROOT.resolve(page))).results().map(link -> link.group(1));

        assertThat(links).allSatisfy(link -> assertThat(ROOT.resolve(page).resolveSibling(link)).exists());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyAnchorOfAPageIsAHeading(Path page) throws IOException {
        var anchors = ANCHOR.matcher(Files.readString(ROOT.resolve(page))).results().toList();

        assertThat(anchors).allSatisfy(anchor -> {
            var target = anchor.group(1).isEmpty() ? page : page.resolveSibling(anchor.group(1));
            assertThat(headings(ROOT.resolve(target))).as("headings of %s", target).contains(anchor.group(2));
        });
    }

    /** The anchors that GitHub makes of the headings: lower case, without punctuation, spaces as hyphens. */
    private static Set<String> headings(Path page) throws IOException {
        var text = CODE.matcher(Files.readString(page)).replaceAll("");
        return HEADING.matcher(text).results().map(heading -> heading.group(1).toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-')).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyTestThatAPageNamesExists(Path page) throws IOException {
        assertThat(TEST.matcher(Files.readString(ROOT.resolve(page))).results().map(name -> name.group(1)))
                .allSatisfy(name -> assertThat(TESTS).contains(name + ".java"));
    }

    static Stream<Path> pages() {
        return Stream.concat(below(ROOT, 2, ".md"), below(ROOT.resolve("docs"), 4, ".md")).distinct();
    }

    private static Set<String> tests() {
        try (var modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src/test/java")).filter(Files::isDirectory)
                    .flatMap(sources -> below(sources, 20, ".java")).map(file -> file.getFileName().toString())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> below(Path folder, int depth, String ending) {
        try (var files = Files.find(folder, depth, (file, _) -> file.toString().endsWith(ending))) {
            return files.map(ROOT::relativize).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
