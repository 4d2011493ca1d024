package dev.ashlar.testing;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The rules for every service. The test of a service includes them by
 * {@code @ArchTest static final ArchTests RULES = ArchTests.in(Architecture.class)}, or checks only those that apply to it.
 */
public final class Architecture {

    /** Features may depend on each other, but not in cycles. */
    @ArchTest
    public static final ArchRule FEATURES_ARE_FREE_OF_CYCLES = slices().matching("dev.ashlar.*.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);

    /** Services share the chassis and its blocks, but no classes of their own. The infrastructure of tests uses the process kit. */
    @ArchTest
    public static final ArchRule NO_SERVICE_USES_ANOTHER = slices().matching("dev.ashlar.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(),
                    resideInAnyPackage("dev.ashlar.chassis..", "dev.ashlar.messaging..", "dev.ashlar.cache..",
                            "dev.ashlar.pictures..", "dev.ashlar.process.."));

    /**
     * Only {@code web} packages know HTTP, and only {@code messaging} and {@code events} packages know Kafka. All other packages
     * are the domain.
     */
    @ArchTest
    public static final ArchRule DOMAIN_IS_FREE_OF_WEB_AND_KAFKA = noClasses().that()
            .resideOutsideOfPackages("..web..", "..messaging..", "..events..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.servlet..", "org.springframework.web..", "org.springframework.http..",
                    "org.apache.kafka..", "org.springframework.kafka..")
            .allowEmptyShould(true);

    /** The message of an exception may contain a body or a secret. So one class of each module decides which messages are logged. */
    @ArchTest
    public static final ArchRule EXCEPTIONS_ARE_LOGGED_BY_CAUSE = noClasses().that()
            .doNotHaveSimpleName("Cause")
            .should()
            .callMethod("org.slf4j.spi.LoggingEventBuilder", "setCause", "java.lang.Throwable")
            .allowEmptyShould(true);

    /** Another project can use the block, because the block needs nothing else of this one. */
    @ArchTest
    public static final ArchRule MESSAGING_STANDS_ALONE = standsAlone("dev.ashlar.messaging..");

    @ArchTest
    public static final ArchRule CACHE_STANDS_ALONE = standsAlone("dev.ashlar.cache..");

    /** A service with pictures uses the block. The block knows no service. */
    @ArchTest
    public static final ArchRule PICTURES_KNOW_NO_SERVICE = noClasses().that()
            .resideInAPackage("dev.ashlar.pictures..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.ashlar..")
                    .and(resideOutsideOfPackages("dev.ashlar.pictures..", "dev.ashlar.chassis..")))
            .allowEmptyShould(true);

    private static ArchRule standsAlone(String block) {
        return noClasses().that()
                .resideInAPackage(block)
                .should()
                .dependOnClassesThat(resideInAPackage("dev.ashlar..").and(resideOutsideOfPackage(block)))
                .allowEmptyShould(true);
    }

    private Architecture() {}
}
