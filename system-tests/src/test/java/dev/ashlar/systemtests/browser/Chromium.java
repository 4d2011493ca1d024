package dev.ashlar.systemtests.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium or Chrome of this machine, or the one that the environment variable {@code CHROMIUM} names. */
final class Chromium implements AutoCloseable {

    private static final List<String> OPTIONS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

    /** Paths whose responses are read line by line. */
    private static final List<String> STREAMS = List.of("/events", "/load");

    /** The start of a service is the longest wait. */
    static final double TIMEOUT_MILLIS = 60_000;

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT_MILLIS);
        playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setHeadless(true)
                .setExecutablePath(executable().orElseThrow()).setArgs(OPTIONS));
    }

    static boolean isInstalled() {
        return executable().isPresent();
    }

    private static Optional<Path> executable() {
        return Stream.of(System.getenv().getOrDefault("CHROMIUM", ""), "/usr/bin/chromium", "/usr/bin/chromium-browser",
                "/usr/bin/google-chrome").filter(path -> !path.isEmpty()).map(Path::of).filter(Files::isExecutable)
                .findFirst();
    }

    /** A visitor with storage of its own. */
    Visitor visitor() {
        var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900));
        context.route(url -> STREAMS.stream().noneMatch(url::endsWith), Chromium::send);
        return new Visitor(context);
    }

    /**
     * Sends a request from Playwright. Chromium would abort it when a network interface of this machine comes or goes
     * (ERR_NETWORK_CHANGED), which each start of a container does.
     */
    private static void send(Route route) {
        try {
            route.fulfill(new Route.FulfillOptions()
                    .setResponse(route.fetch(new Route.FetchOptions().setMaxRedirects(0).setTimeout(TIMEOUT_MILLIS))));
        } catch (PlaywrightException _) {
            route.abort(); // the page shows that there was no response
        }
    }

    @Override
    public void close() {
        playwright.close();
    }
}
