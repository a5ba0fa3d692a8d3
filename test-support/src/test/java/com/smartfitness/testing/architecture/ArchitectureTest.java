package com.smartfitness.testing.architecture;

import static com.smartfitness.testing.architecture.ArchitectureRules.NAMES_SAY_SOMETHING;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    /** local-stack is built before this module and cannot ask by itself. */
    @TestFactory
    Stream<DynamicTest> keepsLocalStackToTheRules() {
        return ModuleArchitecture.of("com.smartfitness.stack").tests();
    }

    @TestFactory
    Stream<DynamicTest> keepsOwnMainCodeToTheRules() {
        return ModuleArchitecture.of("com.smartfitness.testing")
                .having(NAMES_SAY_SOMETHING)
                .mainTests();
    }
}
