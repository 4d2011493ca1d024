package dev.ashlar.testing;

import org.testcontainers.DockerClientFactory;

/** Reads the switch {@code -Dinfrastructure=containers|embedded}. */
final class BackendChoice {

    private BackendChoice() {}

    static Backend make() {
        var wanted = System.getProperty("infrastructure", "");
        return switch (wanted) {
            case "containers" -> containers("as asked");
            case "embedded" -> embedded("as asked");
            case "" -> DockerClientFactory.instance().isDockerAvailable()
                    ? containers("a container engine answers")
                    : embedded("no container engine answers");
            default -> throw new IllegalArgumentException(
                    "-Dinfrastructure is containers, embedded or empty, not " + wanted);
        };
    }

    private static Backend containers(String why) {
        System.out.println("Infrastructure of the tests: containers, " + why);
        return new ContainersBackend();
    }

    private static Backend embedded(String why) {
        System.out.println("Infrastructure of the tests: embedded, " + why);
        return new EmbeddedBackend();
    }
}
