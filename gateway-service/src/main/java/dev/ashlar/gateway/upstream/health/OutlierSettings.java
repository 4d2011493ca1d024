package dev.ashlar.gateway.upstream.health;

import java.time.Duration;

/**
 * The passive health check: the ejection of instances whose requests fail.
 *
 * @param consecutiveFailures the number of failures in a row that eject an instance. 0 disables ejection
 * @param ejectFor the duration of the first ejection. Each further one lasts longer by the same time
 * @param ejectAtMost the share of an upstream's instances that may be ejected at a time, from 0 to 1
 */
public record OutlierSettings(int consecutiveFailures, Duration ejectFor, double ejectAtMost) {}
