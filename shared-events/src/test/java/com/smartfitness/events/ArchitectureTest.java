package com.smartfitness.events;

import static com.smartfitness.testing.architecture.ArchitectureRules.EVENTS_ARE_SHARED_RECORDS;
import static com.smartfitness.testing.architecture.ArchitectureRules.EVENTS_KNOW_NO_FRAMEWORK;
import static com.smartfitness.testing.architecture.ArchitectureRules.TESTS_DO_NOT_SLEEP;

import com.smartfitness.testing.architecture.ModuleArchitecture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> keepsToTheRules() {
        return ModuleArchitecture.of("com.smartfitness.events")
                .having(EVENTS_KNOW_NO_FRAMEWORK, EVENTS_ARE_SHARED_RECORDS, TESTS_DO_NOT_SLEEP)
                .tests();
    }
}
