package dev.ashlar.gateway.spool;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param inMemory the number of concurrent bodies above 8 KiB. Each uses 64 KiB of memory
 * @param inFiles the number of concurrent bodies above 64 KiB. Each uses up to 4 MiB of disk
 */
@Validated
@ConfigurationProperties("ashlar.spools")
record SpoolProperties(@Min(0) int inMemory, @Min(0) int inFiles) {}
