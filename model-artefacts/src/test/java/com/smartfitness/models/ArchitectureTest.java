package com.smartfitness.models;

import static com.smartfitness.testing.architecture.ArchitectureRules.NAMES_SAY_SOMETHING;

import com.smartfitness.testing.architecture.ModuleArchitecture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> keepsToTheRules() {
        return ModuleArchitecture.of("com.smartfitness.models")
                .having(NAMES_SAY_SOMETHING)
                .tests();
    }
}
