package dev.ashlar.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final JavaClasses samples = new ClassFileImporter().importPackages("dev.ashlar.sample",
            "dev.ashlar.othersample");

    @Test
    void refusesFeaturesThatKnowEachOther() {
        assertThatThrownBy(() -> Architecture.FEATURES_ARE_FREE_OF_CYCLES.check(samples))
                .hasMessageContaining("Slice cart")
                .hasMessageContaining("Slice price");
    }

    @Test
    void refusesAnotherServicesClass() {
        assertThatThrownBy(() -> Architecture.NO_SERVICE_USES_ANOTHER.check(samples))
                .hasMessageContaining("CartController");
    }

    @Test
    void refusesHttpOutsideWebPackages() {
        assertThatThrownBy(() -> Architecture.DOMAIN_IS_FREE_OF_WEB_AND_KAFKA.check(samples))
                .hasMessageContaining("dev.ashlar.sample.cart.Cart")
                .hasMessageNotContaining("CartController");
    }

    @Test
    void letsHttpIntoWebPackages() {
        var web = new ClassFileImporter().importPackages("dev.ashlar.othersample");

        assertThatCode(() -> Architecture.DOMAIN_IS_FREE_OF_WEB_AND_KAFKA.check(web)).doesNotThrowAnyException();
    }
}
