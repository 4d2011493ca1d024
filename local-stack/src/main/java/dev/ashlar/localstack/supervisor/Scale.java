package dev.ashlar.localstack.supervisor;

import java.util.HashMap;
import java.util.Map;

import dev.ashlar.infrastructure.Service;

/** How many instances of a service were asked for. It is on disk, so that the successor of a killed supervisor starts as many. */
record Scale(Map<String, Integer> instances) {

    /** A file that somebody has edited may say anything. */
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
