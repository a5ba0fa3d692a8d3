package com.smartfitness.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * All of {@link ArchitectureRules} on one module, to be returned from its {@code @TestFactory}:
 *
 * <pre>{@code
 * return ModuleArchitecture.of("com.smartfitness.events").having(EVENTS_ARE_SHARED_RECORDS).tests();
 * }</pre>
 */
public final class ModuleArchitecture {

    private final String basePackage;
    private final Set<ArchRule> expected;

    private ModuleArchitecture(String basePackage, Set<ArchRule> expected) {
        this.basePackage = basePackage;
        this.expected = expected;
    }

    /** The module whose classes, main and test, live in the package and below. */
    public static ModuleArchitecture of(String basePackage) {
        return new ModuleArchitecture(basePackage, Set.of());
    }

    /** Rules that have something to judge in this module: finding nothing, they fail instead of passing unseen. */
    public ModuleArchitecture having(ArchRule... rules) {
        return new ModuleArchitecture(basePackage, Set.of(rules));
    }

    /** One test per rule, named by what the rule says. */
    public Stream<DynamicTest> tests() {
        return Stream.concat(mainTests(), tests(ArchitectureRules.FOR_TESTS, new ImportOption.OnlyIncludeTests()));
    }

    /** Leaves the module's tests out: this module's hold samples of all that is forbidden. */
    Stream<DynamicTest> mainTests() {
        return tests(ArchitectureRules.FOR_MAIN_CODE, new ImportOption.DoNotIncludeTests());
    }

    private Stream<DynamicTest> tests(Collection<ArchRule> rules, ImportOption option) {
        JavaClasses classes = new ClassFileImporter().withImportOption(option).importPackages(basePackage);
        return rules.stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getDescription(),
                        () -> rule.allowEmptyShould(!expected.contains(rule)).check(classes)));
    }
}
