package dev.ashlar.localstack.build;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.ashlar.infrastructure.Ports;
import dev.ashlar.infrastructure.Service;
import dev.ashlar.localstack.home.InstanceName;
import dev.ashlar.localstack.home.Misuse;
import dev.ashlar.localstack.stack.PortPlan;

/**
 * Checks what a command that builds was given, before anything is built. Only the JDK is needed, and the newest sources count: the
 * command line of the last build may not know a new service.
 */
record Arguments(PortPlan ports) {

    /** @throws Misuse if the values make no sense. The script has looked at the names of the options. */
    void check(String command, List<String> arguments) {
        var values = values(arguments);
        switch (command) {
            case "restart" -> {
                if (values.isEmpty() != arguments.contains("--stale")) {
                    throw new Misuse("Name what to restart, or --stale for all that runs an older build.");
                }
                values.forEach(this::demandProcess);
            }
            case "scale" -> {
                if (values.isEmpty()) {
                    throw new Misuse("Missing required parameter: 'NAME=N'");
                }
                values.forEach(this::demandInstances);
            }
            default -> {
                if (!values.isEmpty()) {
                    throw new Misuse("Unmatched argument: '%s'".formatted(values.getFirst()));
                }
            }
        }
        scales(arguments).forEach(this::demandInstances);
    }

    private static List<String> values(List<String> arguments) {
        return IntStream.range(0, arguments.size())
                .filter(index -> index == 0 || !arguments.get(index - 1).equals("--scale"))
                .mapToObj(arguments::get)
                .filter(argument -> !argument.startsWith("-"))
                .toList();
    }

    private static List<String> scales(List<String> arguments) {
        var scales = new ArrayList<String>();
        for (var index = 0; index < arguments.size(); index++) {
            var argument = arguments.get(index);
            if (argument.startsWith("--scale=")) {
                scales.add(argument.substring("--scale=".length()));
            } else if (argument.equals("--scale")) {
                scales.add(index + 1 < arguments.size() ? arguments.get(index + 1) : "");
            }
        }
        return scales;
    }

    private void demandInstances(String text) {
        if (!text.matches("[^=]+=[0-9]{1,9}")) {
            throw new Misuse("'%s' is no NAME=N, such as order-service=2".formatted(text));
        }
        var parts = text.split("=");
        demandRoom(new InstanceName(parts[0], Integer.parseInt(parts[1])));
    }

    private void demandProcess(String text) {
        demandRoom(InstanceName.parse(text));
    }

    private void demandRoom(InstanceName name) {
        var service = Service.named(name.name());
        if (service.isPresent()) {
            ports.management(service.get(), name.number());
        } else if (!Ports.NAMES.contains(name.name()) || name.number() > 1) {
            throw new Misuse("There is no %s".formatted(name));
        }
    }
}
