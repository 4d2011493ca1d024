package dev.ashlar.gateway.configuration;

import java.io.StringReader;
import java.util.function.UnaryOperator;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A YAML file whose values keep their line.
 *
 * @param name of the file, for messages
 * @param placeholders resolves the environment variables in a value
 */
record Document(String name, UnaryOperator<String> placeholders) {

    /** @throws ConfigurationRefused if the text is no YAML mapping */
    Section parse(String text) {
        try {
            var root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root instanceof MappingNode mapping) {
                return new Section(this, mapping, "the file");
            }
            throw new ConfigurationRefused(name, 1, "Write the keys 'upstreams' and 'routes'.");
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            throw new ConfigurationRefused(name, mark == null ? 1 : mark.getLine() + 1,
                    "This is no YAML: " + e.getProblem() + ".");
        }
    }

    ConfigurationRefused refuse(Node node, String detail) {
        return new ConfigurationRefused(name, line(node), detail);
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
