package dev.ashlar.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.ashlar.systemtests.Http;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A person at the console. Collects errors of the page, and requests to other hosts. */
final class Visitor implements AutoCloseable {

    private static final URI CONSOLE = Http.uri(8080, "/console/");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String NETWORK_CHANGED = "net::ERR_NETWORK_CHANGED";
    private static final String PASSWORD = "four walls and a roof";

    private final BrowserContext context;
    private final Page page;
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final List<String> foreignRequests = new CopyOnWriteArrayList<>();

    Visitor(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(Chromium.TIMEOUT_MILLIS);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains(NETWORK_CHANGED)) {
                errors.add(message.text());
            }
        });
        page.onPageError(errors::add);
        page.onRequest(request -> {
            if (!URI.create(request.url()).getHost().equals(CONSOLE.getHost())) {
                foreignRequests.add(request.url());
            }
        });
    }

    /** @param fragment the part of the address after {@code #}, such as {@code /basket} */
    Visitor opens(String fragment) {
        page.navigate(CONSOLE + "#" + fragment);
        return this;
    }

    void fills(String label, String value) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(value);
    }

    void clicks(String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).first().click();
    }

    void follows(String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first().click();
    }

    void sees(String text) {
        assertThat(page.getByText(text).first()).isVisible();
    }

    void seesHeading(String name) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name)).first())
                .isVisible();
    }

    Locator all(String selector) {
        return page.locator(selector);
    }

    Page page() {
        return page;
    }

    void takesAPicture(String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
    }

    /** Registers, and is signed in after that. */
    String registers() {
        var email = "browser-" + UUID.randomUUID() + "@example.org";
        opens("/register");
        fills("Name", "Ada Browser");
        fills("E-mail", email);
        fills("Password", PASSWORD);
        clicks("Register");
        seesHeading("Shop");
        sees("Ada Browser");
        return email;
    }

    void signsIn(String email) {
        opens("/sign-in");
        fills("E-mail", email);
        fills("Password", PASSWORD);
        clicks("Sign in");
        seesHeading("Shop");
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    List<String> foreignRequests() {
        return List.copyOf(foreignRequests);
    }

    @Override
    public void close() {
        context.unrouteAll();
        context.close();
    }
}
