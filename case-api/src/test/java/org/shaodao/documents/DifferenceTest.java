package org.shaodao.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is different between two documents. */
class DifferenceTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int SEEDS = 2_000;

    @Test
    void entries_are_compared_by_the_name_they_give_themselves() {
        assertThat(changes("""
                        {"units": [{"code": "water", "active": true}, {"code": "heating", "active": true}]}""", """
                        {"units": [{"code": "heating", "active": false}, {"code": "gas", "active": true}]}"""))
                .containsExactly(
                        "/units[water] {\"code\":\"water\",\"active\":true} -> null",
                        "/units[heating]/active true -> false",
                        "/units[gas] null -> {\"code\":\"gas\",\"active\":true}");
    }

    @Test
    void days_are_compared_by_date_and_years_by_year() {
        assertThat(changes("""
                        {"years": [{"year": 2026, "days": [{"date": "2026-01-01", "off": true}]}]}""", """
                        {"years": [{"year": 2026, "days": [{"date": "2026-01-01", "off": false}]}]}""")).containsExactly("/years[2026]/days[2026-01-01]/off true -> false");
    }

    @Test
    void another_order_is_said_as_the_names_before_and_after() {
        assertThat(changes("""
                        {"ladder": [{"code": "a"}, {"code": "b"}, {"code": "c"}]}""", """
                        {"ladder": [{"code": "b"}, {"code": "a"}]}"""))
                .containsExactly("/ladder[c] {\"code\":\"c\"} -> null", "/ladder [\"a\",\"b\"] -> [\"b\",\"a\"]");
    }

    @Test
    void entries_without_a_name_of_their_own_are_compared_by_position() {
        assertThat(changes("""
                        {"choices": [{"urgency": "URGENT"}, {}], "hours": ["09:00"]}""", """
                        {"choices": [{"urgency": "NORMAL"}, {}], "hours": ["09:00", "13:30"]}"""))
                .containsExactly("/choices/0/urgency \"URGENT\" -> \"NORMAL\"", "/hours/1 null -> \"13:30\"");
    }

    @Test
    void there_is_a_difference_if_and_only_if_two_documents_are_not_equal() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            JsonNode one = any(random, 3);
            JsonNode other = random.nextInt(4) == 0 ? any(random, 3) : nearly(one, random);

            assertThat(Difference.between(one, one.deepCopy()))
                    .as("seed %d: %s", seed, one)
                    .isEmpty();
            assertThat(Difference.between(one, other).isEmpty())
                    .as("seed %d: %s and %s", seed, one, other)
                    .isEqualTo(one.equals(other));
        }
    }

    private static List<String> changes(String before, String after) {
        JsonMapper mapper = JsonMapper.shared();
        return Difference.between(mapper.readTree(before), mapper.readTree(after)).stream()
                .map(change -> change.path() + " " + change.before() + " -> " + change.after())
                .toList();
    }

    private static JsonNode any(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 4)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.numberNode(random.nextInt(3));
            case 2 -> JSON.stringNode(String.valueOf(random.nextInt(3)));
            case 3 -> JSON.booleanNode(random.nextBoolean());
            case 4 -> object(random, depth);
            default -> list(random, depth);
        };
    }

    private static ObjectNode object(Random random, int depth) {
        ObjectNode object = JSON.objectNode();
        for (String name : List.of("code", "date", "a/b", "c")) {
            if (random.nextBoolean()) {
                object.set(name, any(random, depth - 1));
            }
        }
        return object;
    }

    private static ArrayNode list(Random random, int depth) {
        ArrayNode list = JSON.arrayNode();
        boolean named = random.nextBoolean();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(named ? object(random, depth).put("code", "c" + random.nextInt(5)) : any(random, depth - 1));
        }
        return list;
    }

    /** The same with one thing added, taken away, replaced or moved somewhere, or with nothing changed. */
    private static JsonNode nearly(JsonNode node, Random random) {
        if (node instanceof ObjectNode object && !object.isEmpty()) {
            ObjectNode copy = object.deepCopy();
            String name = List.copyOf(copy.propertyNames()).get(random.nextInt(copy.size()));
            return switch (random.nextInt(3)) {
                case 0 -> copy.without(List.of(name));
                default -> copy.set(name, nearly(copy.get(name), random));
            };
        }
        if (node instanceof ArrayNode array && !array.isEmpty()) {
            ArrayNode copy = array.deepCopy();
            int at = random.nextInt(copy.size());
            switch (random.nextInt(4)) {
                case 0 -> copy.remove(at);
                case 1 -> copy.add(copy.remove(at));
                default -> copy.set(at, nearly(copy.get(at), random));
            }
            return copy;
        }
        return random.nextBoolean() ? node : any(random, 1);
    }
}
