package dev.ashlar.chassis;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.ashlar.testing.Architecture;

/** Each part of the chassis can be lifted out with the parts that it stands on. */
@AnalyzeClasses(packages = "dev.ashlar.chassis", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PARTS_ARE_FREE_OF_CYCLES = Architecture.FEATURES_ARE_FREE_OF_CYCLES;

    @ArchTest
    static final ArchRule EXCEPTIONS_ARE_LOGGED_BY_CAUSE = Architecture.EXCEPTIONS_ARE_LOGGED_BY_CAUSE;
}
