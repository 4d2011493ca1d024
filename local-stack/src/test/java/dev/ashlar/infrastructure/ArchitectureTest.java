package dev.ashlar.infrastructure;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.ashlar.infrastructure", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** Each package is a slice, including this one. */
    @ArchTest
    static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES = slices().matching("dev.ashlar.(**)").should().beFreeOfCycles();
}
