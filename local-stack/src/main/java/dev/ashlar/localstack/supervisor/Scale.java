package dev.ashlar.localstack.supervisor;

import java.util.HashMap;
import java.util.Map;

import dev.ashlar.infrastructure.Service;

/**
 * The wanted number of instances of each service. It is on disk, so that the next supervisor starts as many after a
 * crash.
 */
record Scale(Map<String, Integer> instances) {

    /** A user may have edited the file, so every value is checked. */
    Scale {
        instances = new HashMap<>(instances);
        instances.entrySet().removeIf(one -> Service.named(one.getKey()).isEmpty() || one.getValue() == null
                || one.getValue() < 1);
    }

    Scale with(Map<String, Integer> more) {
        var all = new HashMap<>(instances);
        all.putAll(more);
        return new Scale(all);
    }
}
