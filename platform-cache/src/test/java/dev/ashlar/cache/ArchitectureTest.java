package dev.ashlar.cache;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.ashlar.testing.Architecture;

/** The block can be used in another project. */
@AnalyzeClasses(packages = "dev.ashlar", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule STANDS_ALONE = Architecture.CACHE_STANDS_ALONE;

    @ArchTest
    static final ArchRule EXCEPTIONS_ARE_LOGGED_BY_CAUSE = Architecture.EXCEPTIONS_ARE_LOGGED_BY_CAUSE;
}
