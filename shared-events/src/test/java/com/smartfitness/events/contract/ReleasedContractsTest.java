package com.smartfitness.events.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ReleasedContractsTest {

    private static final String SUBMITTED = "helper.task-submitted.v1";

    @Test
    void keepsEveryReleasedContract() {
        var released = ReleasedContracts.committed();
        SortedMap<String, JsonNode> current = Contracts.current();
        if (CommittedJson.REWRITE) {
            released.update(current);
        }

        assertThat(released.brokenBy(current)).as("breaking changes").isEmpty();
        assertThat(released.outdatedBy(current))
                .as("compatible changes; release them with: mvn -pl shared-events -am test -Dschemas.write=true")
                .isEmpty();
    }

    @Nested
    class Update {

        @TempDir
        Path directory;

        @Test
        void releasesANewTypeAndANewOptionalField() {
            var released = new ReleasedContracts(directory);
            released.update(only(SUBMITTED));
            SortedMap<String, JsonNode> current = Contracts.current();
            fields(current, SUBMITTED).putObject("note").put("type", "string");

            assertThat(released.brokenBy(current)).isEmpty();
            assertThat(released.outdatedBy(current)).contains(SUBMITTED, "auth.user-created.v1");

            released.update(current);
            assertThat(released.outdatedBy(current)).isEmpty();
        }

        @Test
        void releasesNothingWhereAnythingBreaks() throws Exception {
            var released = new ReleasedContracts(directory);
            released.update(only(SUBMITTED));
            SortedMap<String, JsonNode> current = Contracts.current();
            fields(current, SUBMITTED).remove("photoUrl");

            released.update(current);

            assertThat(released.brokenBy(current))
                    .containsExactly("helper.task-submitted.v1: /photoUrl was removed. Restore it and publish the"
                            + " change as helper.task-submitted.v2 beside it.");
            try (var files = Files.list(directory)) {
                assertThat(files).hasSize(1);
            }
        }

        @Test
        void namesATypeThatWasRemoved() {
            var released = new ReleasedContracts(directory);
            released.update(only(SUBMITTED));

            assertThat(released.brokenBy(new TreeMap<>()))
                    .singleElement()
                    .asString()
                    .startsWith("helper.task-submitted.v1 was removed.");
        }

        private static SortedMap<String, JsonNode> only(String type) {
            return new TreeMap<>(Contracts.current().subMap(type, type + "\0"));
        }

        private static ObjectNode fields(SortedMap<String, JsonNode> contracts, String type) {
            return (ObjectNode) contracts.get(type).get("properties");
        }
    }
}
