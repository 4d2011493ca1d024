package dev.ashlar.gateway.upstream;

import java.nio.file.Path;
import java.util.List;

/** The place that lists the instances of an upstream. */
public sealed interface InstanceList {

    /** In the configuration. The host names are resolved again and again. */
    record Listed(List<InstanceSettings> instances) implements InstanceList {}

    /** In a JSON file, by the name of the upstream. The file is read every 2 s. */
    record InFile(Path path) implements InstanceList {}
}
