package dev.ashlar.gateway.configuration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param extra the operator's file, or an empty text */
@ConfigurationProperties("ashlar.routes")
record RouteProperties(@DefaultValue("") String extra) {}
