package dev.ashlar.deployment.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Parses manifests into the model of their kind. Rejects unknown fields, which the client's own parser keeps. */
final class StrictYaml {

    private static final ObjectMapper STRICT = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .annotationIntrospector(new NothingAdditional())
            .build();
    private static final KubernetesSerialization KINDS = new KubernetesSerialization();

    private StrictYaml() {}

    static List<HasMetadata> read(String yaml) {
        try (var documents = STRICT.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            return documents.readAll().stream().map(StrictYaml::object).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HasMetadata object(JsonNode document) {
        var apiVersion = document.path("apiVersion").asText();
        var kind = document.path("kind").asText();
        var type = KINDS.getRegisteredKubernetesResource(apiVersion, kind);
        if (type == null) {
            throw new IllegalArgumentException("There is no %s in %s".formatted(kind, apiVersion));
        }
        try {
            return (HasMetadata) STRICT.treeToValue(document, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("%s %s: %s".formatted(kind, document.at("/metadata/name").asText(),
                    e.getOriginalMessage()), e);
        }
    }

    /** Every class of the model accepts additional properties of newer servers. This switches that off. */
    private static final class NothingAdditional extends JacksonAnnotationIntrospector {

        @Override
        public Boolean hasAnySetter(Annotated member) {
            return false;
        }
    }
}
