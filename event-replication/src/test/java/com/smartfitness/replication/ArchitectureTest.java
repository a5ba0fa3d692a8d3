package com.smartfitness.replication;

import static com.smartfitness.testing.architecture.ArchitectureRules.MODULES_KEEP_APART;
import static com.smartfitness.testing.architecture.ArchitectureRules.NAMES_SAY_SOMETHING;
import static com.smartfitness.testing.architecture.ArchitectureRules.ONLY_COMMANDS_PRINT;
import static com.smartfitness.testing.architecture.ArchitectureRules.TESTS_DO_NOT_SLEEP;
import static com.smartfitness.testing.architecture.ArchitectureRules.TIMES_HAVE_A_ZONE;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.smartfitness.replication.inbox.samples.KnowsPostgres;
import com.smartfitness.replication.postgres.samples.KnowsThePort;
import com.smartfitness.testing.architecture.ModuleArchitecture;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    private static final String MODULE = "com.smartfitness.replication";

    /** A store is added beside the others, without a change to what stores are for. */
    private static final ArchRule PORTS_KNOW_NO_STORE = noClasses()
            .that()
            .resideInAnyPackage(MODULE + ".outbox..", MODULE + ".inbox..", MODULE + ".replica..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    MODULE + ".postgres..",
                    MODULE + ".autoconfigure..",
                    MODULE + ".operations..",
                    "java.sql..",
                    "org.springframework.jdbc..");

    private static final ArchRule AUTHORS_SIDE_KNOWS_NO_MACHINERY = noClasses()
            .that()
            .resideInAPackage(MODULE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(MODULE + ".*..");

    private static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching(MODULE + ".(*)..").should().beFreeOfCycles();

    @TestFactory
    Stream<DynamicTest> keepsToTheRules() {
        return ModuleArchitecture.of(MODULE)
                .having(
                        MODULES_KEEP_APART,
                        NAMES_SAY_SOMETHING,
                        TIMES_HAVE_A_ZONE,
                        ONLY_COMMANDS_PRINT,
                        TESTS_DO_NOT_SLEEP)
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> keepsStoresApartFromWhatTheyAreFor() {
        JavaClasses main = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(MODULE);
        return Stream.of(PORTS_KNOW_NO_STORE, AUTHORS_SIDE_KNOWS_NO_MACHINERY, PACKAGES_HAVE_NO_CYCLES)
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(main)));
    }

    @Test
    void rejectsAPortThatKnowsAStore() {
        assertRejected(PORTS_KNOW_NO_STORE, KnowsPostgres.class);
    }

    @Test
    void rejectsPackagesThatKnowEachOther() {
        assertRejected(PACKAGES_HAVE_NO_CYCLES, KnowsPostgres.class, KnowsThePort.class);
    }

    private static void assertRejected(ArchRule rule, Class<?>... samples) {
        JavaClasses classes = new ClassFileImporter().importClasses(samples);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> rule.check(classes))
                .withMessageContaining("KnowsPostgres");
    }
}
