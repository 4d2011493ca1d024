package dev.ashlar.testing;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

/** The way in which a service picks the rules up. */
@AnalyzeClasses(packages = "dev.ashlar.infrastructure", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureRulesTest {

    @ArchTest
    static final ArchTests RULES = ArchTests.in(Architecture.class);
}
