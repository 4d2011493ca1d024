package dev.ashlar.sample;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A service with nothing of its own. */
@SpringBootApplication
public class SampleApplication {}
