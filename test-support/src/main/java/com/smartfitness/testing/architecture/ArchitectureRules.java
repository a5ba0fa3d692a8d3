package com.smartfitness.testing.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The rules of the house. Each fails on classes among which it finds nothing to judge;
 * {@link ModuleArchitecture} forgives that where the module does not promise otherwise.
 */
public final class ArchitectureRules {

    // By name, because shared-events is built after this module.
    private static final String DOMAIN_EVENT = "com.smartfitness.events.DomainEvent";

    /** A service reaches no other service, and shared modules reach no service. */
    public static final ArchRule MODULES_KEEP_APART = classes()
            .that()
            .resideInAPackage("com.smartfitness..")
            .should(new ReachAllowedModulesOnly())
            .because("services share events, never code or stores");

    /** Event records can be read by any program, whatever framework it is made with. */
    public static final ArchRule EVENTS_KNOW_NO_FRAMEWORK = classes()
            .that()
            .resideInAPackage("com.smartfitness.events..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "com.smartfitness.events..", "java..", "com.fasterxml.jackson.annotation..", "org.jspecify..");

    /** What crosses between services is plain values under a past-tense name, all in one place. */
    public static final ArchRule EVENTS_ARE_SHARED_RECORDS = classes()
            .that()
            .implement(DOMAIN_EVENT)
            .should()
            .beRecords()
            .andShould()
            .haveSimpleNameEndingWith("Event")
            .andShould()
            .resideInAPackage("com.smartfitness.events..");

    /** A reader finds what a listener hears by looking for {@code on(}. */
    public static final ArchRule LISTENERS_SAY_ON = methods()
            .that()
            .areDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Listener")
            .and()
            .areNotPrivate()
            .and(takeAnEvent())
            .should()
            .haveName("on");

    /** Ports are named by capability, adapters by technology. */
    public static final ArchRule NAMES_SAY_SOMETHING = classes().should(new HaveTellingNames());

    /** A point in time means the same in every zone. */
    public static final ArchRule TIMES_HAVE_A_ZONE = classes().should(new SpeakOfInstants());

    /** Logs go through the logger; only programs for the command line talk to it. */
    public static final ArchRule ONLY_COMMANDS_PRINT = noClasses()
            .that()
            .resideOutsideOfPackages("com.smartfitness.stack..", "com.smartfitness.bench..", "..commandline..")
            .should(ACCESS_STANDARD_STREAMS);

    /** The shape of a table is nobody else's business. */
    public static final ArchRule ENTITIES_STAY_INSIDE = classes()
            .that()
            .areAnnotatedWith("jakarta.persistence.Entity")
            .should()
            .bePackagePrivate();

    /** Other features ask the owner, not its store. */
    public static final ArchRule REPOSITORIES_STAY_INSIDE = classes()
            .that()
            .areAssignableTo("org.springframework.data.repository.Repository")
            .should()
            .bePackagePrivate();

    /** A test waits for a named outcome; a pause is either too short or too long. */
    public static final ArchRule TESTS_DO_NOT_SLEEP = noClasses()
            .that()
            .haveNameMatching(".*(Test|IT)(\\$.*)?")
            .should()
            .callMethodWhere(target(name("sleep")).and(target(owner(belongToAnyOf(Thread.class, TimeUnit.class)))));

    static final List<ArchRule> FOR_MAIN_CODE = List.of(
            MODULES_KEEP_APART,
            EVENTS_KNOW_NO_FRAMEWORK,
            EVENTS_ARE_SHARED_RECORDS,
            LISTENERS_SAY_ON,
            NAMES_SAY_SOMETHING,
            TIMES_HAVE_A_ZONE,
            ONLY_COMMANDS_PRINT,
            ENTITIES_STAY_INSIDE,
            REPOSITORIES_STAY_INSIDE);

    static final List<ArchRule> FOR_TESTS = List.of(TESTS_DO_NOT_SLEEP);

    private static DescribedPredicate<JavaMethod> takeAnEvent() {
        return DescribedPredicate.describe(
                "take an event",
                method -> method.getRawParameterTypes().stream().anyMatch(assignableTo(DOMAIN_EVENT)));
    }

    private ArchitectureRules() {}
}
