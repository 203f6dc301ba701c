package org.shaodao.documents;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON text and where everything in it stands.
 *
 * @param lines the line of every place, by its pointer; a property stands where its name stands
 * @param repeated the line of the repetition, by the pointer of every property that an object has twice
 */
record Located(JsonNode root, Map<String, Integer> lines, Map<String, Integer> repeated) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Reads a text.
     *
     * @throws StreamReadException with line and column, where it is no JSON
     */
    static Located read(String text) throws JacksonException {
        try (JsonParser parser = JSON.createParser(text)) {
            Located located = new Located(JsonNodeFactory.instance.nullNode(), new HashMap<>(), new HashMap<>());
            if (parser.nextToken() == null) {
                throw new StreamReadException(parser, "there is nothing");
            }
            JsonNode root = located.value(parser, "");
            if (parser.nextToken() != null) {
                throw new StreamReadException(parser, "something follows the end");
            }
            return new Located(root, located.lines, located.repeated);
        }
    }

    /** The line of a place, or of the nearest place around it. */
    int line(String pointer) {
        String here = pointer;
        while (!lines.containsKey(here) && !here.isEmpty()) {
            here = Pointer.above(here);
        }
        return lines.getOrDefault(here, 1);
    }

    private JsonNode value(JsonParser parser, String pointer) {
        lines.putIfAbsent(pointer, parser.currentTokenLocation().getLineNr());
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return object(parser, pointer);
        }
        return parser.currentToken() == JsonToken.START_ARRAY ? array(parser, pointer) : parser.readValueAsTree();
    }

    private JsonNode object(JsonParser parser, String pointer) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String member = Pointer.to(pointer, name);
            int line = parser.currentTokenLocation().getLineNr();
            if (object.has(name)) {
                repeated.put(member, line);
            } else {
                lines.put(member, line);
            }
            parser.nextToken();
            object.set(name, value(parser, member));
        }
        return object;
    }

    private JsonNode array(JsonParser parser, String pointer) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser, Pointer.to(pointer, array.size())));
        }
        return array;
    }
}
