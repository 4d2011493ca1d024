package dev.ashlar.gateway;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.ashlar.testing.Architecture;

/** Without the rule that bans HTTP from the domain, because a gateway has no domain. */
@AnalyzeClasses(packages = "dev.ashlar.gateway", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule CYCLES = Architecture.FEATURES_ARE_FREE_OF_CYCLES;

    @ArchTest
    static final ArchRule SERVICES = Architecture.NO_SERVICE_USES_ANOTHER;
}
