package dev.ashlar.gateway.configuration;

/** The configuration file has an error. The message names the file, the line and the correction. */
final class ConfigurationRefused extends RuntimeException {

    ConfigurationRefused(String file, int line, String detail) {
        super(file + ":" + line + ": " + detail);
    }
}
