package dev.ashlar.gateway.spool;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How many bodies may be large at a time.
 *
 * @param inMemory of more than 8 KiB: 64 KiB of memory each
 * @param inFiles of more than 64 KiB: up to 4 MiB of disk each
 */
@Validated
@ConfigurationProperties("ashlar.spools")
record SpoolProperties(@Min(0) int inMemory, @Min(0) int inFiles) {}
