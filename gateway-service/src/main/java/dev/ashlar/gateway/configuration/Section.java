package dev.ashlar.gateway.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of a YAML file. Reads each value once, and refuses keys that nobody has read. */
final class Section {

    private final Document document;
    private final MappingNode node;
    private final String name;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Set<String> known = new TreeSet<>();

    Section(Document document, MappingNode node, String name) {
        this.document = document;
        this.node = node;
        this.name = name;
        for (var entry : node.getValue()) {
            var key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (values.put(key, entry.getValueNode()) != null) {
                throw document.refuse(entry.getKeyNode(), "'%s' occurs twice in %s.".formatted(key, name));
            }
            keys.put(key, entry.getKeyNode());
        }
    }

    int line() {
        return Document.line(node);
    }

    ConfigurationRefused refuse(String detail) {
        return document.refuse(node, detail);
    }

    /** An error at the line of a key, or of this section if the key is missing. */
    ConfigurationRefused refuse(String key, String detail) {
        return document.refuse(keys.getOrDefault(key, node), detail);
    }

    /** @throws ConfigurationRefused if the section has a key that was not read */
    void finish() {
        keys.forEach((key, position) -> {
            if (!known.contains(key)) {
                throw document.refuse(position, "'%s' is no key of %s. The keys are: %s.".formatted(key, name,
                        String.join(", ", known)));
            }
        });
    }

    boolean has(String key) {
        known.add(key);
        return values.containsKey(key);
    }

    Optional<String> text(String key) {
        return value(key).map(value -> text(value, key)).filter(text -> !text.isEmpty());
    }

    String required(String key) {
        return text(key).orElseThrow(() -> refuse("Write '%s' in %s.".formatted(key, name)));
    }

    /** @param parser throws {@link IllegalArgumentException} for an invalid value */
    <T> Optional<T> parsed(String key, String expected, Function<String, T> parser) {
        return text(key).map(text -> {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException _) {
                throw refuse(key, "'%s' is '%s'. Write %s.".formatted(key, text, expected));
            }
        });
    }

    Map<String, String> texts(String key) {
        return section(key).map(section -> {
            var texts = new LinkedHashMap<String, String>();
            section.values.forEach((name, value) -> texts.put(name, section.text(value, name)));
            return (Map<String, String>) texts;
        }).orElse(Map.of());
    }

    /** One text or a list of texts. */
    List<String> list(String key) {
        return value(key).map(value -> value instanceof SequenceNode sequence
                ? sequence.getValue().stream().map(one -> text(one, key)).toList()
                : List.of(text(value, key))).orElse(List.of());
    }

    boolean isText(String key) {
        return value(key).filter(ScalarNode.class::isInstance).isPresent();
    }

    boolean isMapping(String key) {
        return value(key).filter(MappingNode.class::isInstance).isPresent();
    }

    Optional<Section> section(String key) {
        return value(key).map(value -> section(value, key));
    }

    /** A list of sections. */
    List<Section> sections(String key) {
        var sections = new ArrayList<Section>();
        value(key).ifPresent(value -> {
            if (!(value instanceof SequenceNode sequence)) {
                throw refuse(key, "Write a list at '%s'.".formatted(key));
            }
            sequence.getValue().forEach(one -> sections.add(section(one, key)));
        });
        return sections;
    }

    private Section section(Node value, String key) {
        if (value instanceof MappingNode mapping) {
            return new Section(document, mapping, "'" + key + "'");
        }
        throw document.refuse(value, "Write keys and values at '%s'.".formatted(key));
    }

    private Optional<Node> value(String key) {
        known.add(key);
        return Optional.ofNullable(values.get(key));
    }

    private String text(Node value, String key) {
        if (!(value instanceof ScalarNode scalar)) {
            throw document.refuse(value, "Write a single value at '%s'.".formatted(key));
        }
        try {
            return document.placeholders().apply(scalar.getValue());
        } catch (IllegalArgumentException e) {
            throw document.refuse(value,
                    "'%s' needs an environment variable that is not set: %s.".formatted(key, scalar.getValue()));
        }
    }
}
