package dev.ashlar.cache;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The smallest application with a cache. */
@SpringBootApplication
class SampleApplication {}
