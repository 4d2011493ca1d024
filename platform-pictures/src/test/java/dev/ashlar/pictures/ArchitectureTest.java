package dev.ashlar.pictures;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.ashlar.testing.Architecture;

@AnalyzeClasses(packages = "dev.ashlar.pictures", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule KNOWS_NO_SERVICE = Architecture.PICTURES_KNOW_NO_SERVICE;

    @ArchTest
    static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES = slices().matching("dev.ashlar.pictures.(*)..").should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule DOMAIN_IS_FREE_OF_WEB = Architecture.DOMAIN_IS_FREE_OF_WEB_AND_KAFKA;

    @ArchTest
    static final ArchRule EXCEPTIONS_ARE_LOGGED_BY_CAUSE = Architecture.EXCEPTIONS_ARE_LOGGED_BY_CAUSE;
}
