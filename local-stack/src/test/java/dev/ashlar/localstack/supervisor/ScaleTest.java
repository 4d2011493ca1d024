package dev.ashlar.localstack.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.ashlar.localstack.home.JsonFile;

class ScaleTest {

    @TempDir
    private Path folder;

    @Test
    void isTheLatestRequest() {
        var scale = new Scale(Map.of("order-service", 2, "user-service", 2));

        assertThat(scale.with(Map.of("order-service", 3)).instances())
                .isEqualTo(Map.of("order-service", 3, "user-service", 2));
    }

    @Test
    void isReadFromAFileWithoutInvalidValues() throws Exception {
        var file = new JsonFile<>(folder.resolve("scale.json"), Scale.class);
        file.write(new Scale(Map.of("order-service", 2)));
        assertThat(file.read()).contains(new Scale(Map.of("order-service", 2)));

        Files.writeString(file.path(), """
                {"instances": {"order-service": 0, "nonsense": 2, "user-service": 2, "email-service": null}}""");
        assertThat(file.read()).contains(new Scale(Map.of("user-service", 2)));

        Files.writeString(file.path(), "{}");
        assertThat(file.read()).isEmpty();
    }
}
