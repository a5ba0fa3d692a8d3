package com.smartfitness.events.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** A generated document that is kept under version control, printed so that equal content is equal text anywhere. */
record CommittedJson(Path file) {

    /** Whether this run may rewrite committed documents; asked for by {@code -Dschemas.write=true}. */
    static final boolean REWRITE = Boolean.getBoolean("schemas.write");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    Optional<JsonNode> read() {
        return text().map(JSON::readTree);
    }

    boolean says(JsonNode content) {
        return text().filter(printed(content)::equals).isPresent();
    }

    void write(JsonNode content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, printed(content));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Optional<String> text() {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String printed(JsonNode content) {
        var indenter = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        return JSON.writer().with(printer).writeValueAsString(content) + "\n";
    }
}
