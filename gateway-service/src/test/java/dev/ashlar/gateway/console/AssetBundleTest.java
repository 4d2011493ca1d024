package dev.ashlar.gateway.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class AssetBundleTest {

    private static final int MAX_COMPRESSED_BYTES = 150 * 1024;
    private static final Pattern ADDRESS = Pattern.compile("(?:https?:)?//[a-z0-9-]+\\.[a-z0-9.-]+");
    private static final Pattern IMPORT = Pattern.compile("(?:\\bfrom|\\bimport\\(?)\\s*[\"']([\\w@./-]+)[\"']");

    private final AssetBundle bundle = new AssetBundle(
            Stream.of("lit-html", "uplot").collect(Collectors.toMap(name -> name, AssetBundleTest::version)));

    @Test
    void staysBelowTheSizeLimit() {
        var bytes = Stream.concat(Stream.of(bundle.page()), bundle.all().stream())
                .mapToInt(AssetBundleTest::compressed);

        assertThat(bytes.sum()).isLessThan(MAX_COMPRESSED_BYTES);
    }

    @Test
    void resolvesEachImport() {
        assertThat(bundle.all()).filteredOn(asset -> asset.name().endsWith(".js")).hasSizeGreaterThan(10)
                .allSatisfy(asset -> assertThat(IMPORT.matcher(text(asset)).results().map(found -> found.group(1)))
                        .allSatisfy(path -> assertThat(bundle.named(path.substring("./".length()))).isPresent()));
    }

    @Test
    void refersToNoOtherHost() {
        assertThat(bundle.all())
                .filteredOn(asset -> !asset.name().startsWith("uPlot") && !asset.name().startsWith("lit-"))
                .allSatisfy(asset -> assertThat(ADDRESS.matcher(text(asset)).results().map(found -> found.group()))
                        .isSubsetOf("//www.w3.org", "http://www.w3.org", "http://127.0.0.1"));
    }

    @Test
    void usesNoInlineCodeAndNoInlineStyle() {
        assertThat(Stream.concat(Stream.of(bundle.page()), bundle.all().stream()))
                .filteredOn(asset -> !asset.name().startsWith("uPlot")).allSatisfy(
                        asset -> assertThat(text(asset)).doesNotContain(" style=", " onclick=", "innerHTML =",
                                "unsafeHTML("));
        assertThat(text(bundle.page())).doesNotContainPattern("<script(?![^>]* src=)").doesNotContain("<style");
    }

    @Test
    void givesAFileAnotherNameWhenItsContentChanges() {
        assertThat(Asset.of("a/b.js", "one").name()).matches("b\\.[0-9a-f]{12}\\.js")
                .isEqualTo(Asset.of("a/b.js", "one").name()).isNotEqualTo(Asset.of("a/b.js", "two").name());
    }

    @Test
    void refusesALibraryWithoutVersion() {
        assertThatThrownBy(() -> new AssetBundle(Map.of())).isInstanceOf(UncheckedIOException.class);
    }

    private static int compressed(Asset asset) {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(asset.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.size();
    }

    private static String text(Asset asset) {
        return new String(asset.body(), UTF_8);
    }

    private static String version(String library) {
        try (var file = new ClassPathResource("META-INF/maven/org.webjars.npm/" + library + "/pom.properties")
                .getInputStream()) {
            var properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
