/** Tests of the console in a browser: Playwright drives the Chromium of this machine. */
@NullMarked
package dev.ashlar.systemtests.browser;

import org.jspecify.annotations.NullMarked;
