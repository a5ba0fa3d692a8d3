package com.smartfitness.defaults.web;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads text from JSON strings alone, and none that a store could not keep: no NUL, no half of a surrogate pair. */
final class StrictText extends StdScalarDeserializer<String> {

    StrictText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (String) context.handleUnexpectedToken(getValueType(context), parser);
        }
        String text = parser.getString();
        if (text.codePoints().anyMatch(point -> point == 0 || (point >= 0xD800 && point <= 0xDFFF))) {
            return (String) context.handleWeirdStringValue(String.class, text, "not storable");
        }
        return text;
    }
}
