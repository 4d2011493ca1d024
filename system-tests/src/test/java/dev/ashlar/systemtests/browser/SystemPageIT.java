package dev.ashlar.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.systemtests.Ashlar;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages for the operator of a local stack, who opens the address that {@code up} prints. */
@BrowserTest
class SystemPageIT {

    private static final Pattern ADDRESS = Pattern.compile("console\\s+\\S+#(\\S+)");

    private Chromium browser;
    private Visitor operator;

    @BeforeAll
    void signIn() {
        browser = new Chromium();
        operator = browser.visitor();
        var address = ADDRESS.matcher(Ashlar.run("up"));
        assertThat(address.find()).isTrue();
        operator.opens(address.group(1));
        operator.follows("Sign in");
        operator.clicks("Sign in as admin");
        operator.follows("System");
    }

    @AfterAll
    void stop() {
        browser.close();
    }

    @Test
    void removesTheTokenFromTheAddressBar() {
        assertThat(operator.page().url()).doesNotContain("token");
    }

    @Test
    void listsAllInstances() {
        operator.opens("/system");
        operator.seesHeading("Instances");

        assertThat(operator.all("[aria-label=Instances] tbody tr")).hasCount(6);
        assertThat(operator.all("svg.map .node")).not().hasCount(0);
        operator.takesAPicture("system");
    }

    @Test
    void killsAndStartsAProcessByTheButtons() {
        operator.opens("/break");
        operator.clicks("Kill email-service#1");
        operator.clicks("Start email-service#1");
        operator.takesAPicture("break-it");

        assertThat(operator.all("button[aria-label='Kill email-service#1']")).isEnabled();
    }
}
