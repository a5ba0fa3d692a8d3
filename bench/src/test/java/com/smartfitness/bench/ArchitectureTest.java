package com.smartfitness.bench;

import com.smartfitness.testing.architecture.ModuleArchitecture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> keepsToTheRules() {
        return ModuleArchitecture.of("com.smartfitness.bench").tests();
    }
}
