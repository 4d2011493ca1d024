package dev.ashlar.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.systemtests.Admin;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BrowserTest
class ShopPageIT {

    private Chromium browser;
    private Visitor visitor;

    @BeforeAll
    void start() {
        browser = new Chromium();
    }

    @AfterAll
    void stop() {
        browser.close();
    }

    @BeforeEach
    void arrive() {
        visitor = browser.visitor();
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void aVisitorRegistersSearchesOrdersWatchesTheOrderAndCancelsIt() {
        visitor.registers();
        visitor.fills("Search", "lamp");
        visitor.follows("Desk lamp Lumen");
        visitor.clicks("Add to basket");
        visitor.follows("Basket");
        visitor.clicks("Place order");
        visitor.sees("confirmed");
        visitor.takesAPicture("order");
        visitor.clicks("Cancel order");
        visitor.sees("cancelled");

        assertThat(visitor.errors()).isEmpty();
        assertThat(visitor.foreignRequests()).isEmpty();
    }

    @Test
    void showsProblemsBesideTheFieldsThatTheyConcern() {
        visitor.opens("/register");
        visitor.fills("E-mail", "no address");
        visitor.clicks("Register");

        assertThat(visitor.all("#email[aria-invalid]")).isVisible();
        assertThat(visitor.all("#email-error")).not().isEmpty();
    }

    @Test
    void showsTextsOfTheCatalogueAsText() {
        var attack = "<img src=x onerror=\"document.title='attacked'\"><b>bold</b>";
        Admin.signedIn().gateway().post("/products", Map.of("sku", "ATTACK-1", "name", attack, "description", attack,
                "category", "tests", "price", new BigDecimal("1.00"), "currency", "USD", "attributes",
                Map.of("note", attack))).expect(201);

        visitor.opens("/?category=tests");
        visitor.sees(attack);
        visitor.follows(attack);
        visitor.seesHeading(attack);

        assertThat(visitor.all("img[src=x]")).hasCount(0);
        assertThat(visitor.page().title()).doesNotContain("attacked");
        assertThat(visitor.errors()).isEmpty();
    }

    @Test
    void aRevokedSessionIsSignedOutInTheOtherBrowser() {
        var email = visitor.registers();
        try (var other = browser.visitor()) {
            other.signsIn(email);
            visitor.opens("/account");
            visitor.all("tr:not(:has-text('this one')) button").click();
            assertThat(visitor.all("tbody tr")).hasCount(1);

            other.opens("/orders");
            other.seesHeading("Sign in");
        }
    }

    @Test
    void keepsTheBasketWhenThePageIsLoadedAgain() {
        visitor.opens("/");
        visitor.all("article button:enabled").first().click();
        visitor.page().reload();
        visitor.opens("/basket");

        assertThat(visitor.all(".line")).hasCount(1);
    }
}
