package dev.ashlar.systemtests.browser;

import dev.ashlar.systemtests.RunningStack;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test that needs the running stack and a browser. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(value = "dev.ashlar.systemtests.browser.Chromium#isInstalled", disabledReason = "Neither Chromium nor Chrome is installed")
@ExtendWith(RunningStack.class)
@TestInstance(Lifecycle.PER_CLASS)
@interface BrowserTest {}
