package com.smartfitness.events.contract;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON Schemas (draft 2020-12) of records, as they are written: a component marked {@code @Nullable} may be absent,
 * constants have their wire names, and unknown fields are allowed.
 */
final class EventSchemas {

    private static final String TIME_OF_DAY = "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]+)?)?$";

    private final JsonMapper json = JsonMapper.shared();
    private final SchemaGenerator generator =
            new SchemaGenerator(configuration().build());

    JsonNode of(Class<? extends Record> type) {
        // The generator builds upon the previous major version of Jackson; text is what both share.
        return json.readTree(generator.generateSchema(type).toString());
    }

    private SchemaGeneratorConfigBuilder configuration() {
        var builder = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.INLINE_ALL_SCHEMAS, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES);
        builder.forFields().withRequiredCheck(EventSchemas::isAlwaysWritten);
        builder.forTypesInGeneral()
                .withCustomDefinitionProvider(this::constants)
                .withCustomDefinitionProvider(EventSchemas::timeOfDay);
        return builder;
    }

    private static boolean isAlwaysWritten(FieldScope field) {
        return !field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private @Nullable CustomDefinition constants(ResolvedType type, SchemaGenerationContext context) {
        if (!type.getErasedType().isEnum()) {
            return null;
        }
        ObjectNode schema = string(context);
        var names = schema.putArray("enum");
        for (Object constant : type.getErasedType().getEnumConstants()) {
            names.add(json.valueToTree(constant).asString());
        }
        return inline(schema);
    }

    /** The standard format {@code time} demands seconds and an offset; opening hours have neither. */
    private static @Nullable CustomDefinition timeOfDay(ResolvedType type, SchemaGenerationContext context) {
        return type.getErasedType() == LocalTime.class ? inline(string(context).put("pattern", TIME_OF_DAY)) : null;
    }

    private static ObjectNode string(SchemaGenerationContext context) {
        return context.getGeneratorConfig().createObjectNode().put("type", "string");
    }

    private static CustomDefinition inline(ObjectNode schema) {
        return new CustomDefinition(
                schema, CustomDefinition.DefinitionType.INLINE, CustomDefinition.AttributeInclusion.YES);
    }
}
