package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct.Session;
import tools.jackson.databind.JsonNode;

/** 互评. Neither side reads what the other says of it before both have said it. */
class SealedRatingsTest {
    private final Town town = Town.shared();

    @Test
    void a_rating_is_hidden_from_units_until_the_other_side_has_rated() {
        String address = town.verified();
        long rated = version(town.street(), address + "/dispatches/1/unit-rating", MutualCalls.OF_UNIT);

        for (Session unit : List.of(town.heating(), town.housing())) {
            JsonNode hidden = last(unit, address, rated);
            assertThat(hidden.get("withheld").asBoolean()).isTrue();
            assertThat(hidden.get("facts").has("score")).isFalse();
            assertThat(hidden.get("texts")).isEmpty();
            assertThat(hidden.get("sentence").asString()).doesNotContain("4");
        }
        for (Session watching : List.of(town.street(), town.district(), town.auditor())) {
            JsonNode shown = last(watching, address, rated);
            assertThat(shown.get("withheld").asBoolean()).isFalse();
            assertThat(shown.get("facts").get("score").asInt()).isEqualTo(4);
        }

        long both = version(town.heating(), address + "/dispatches/1/whistle-rating", MutualCalls.OF_WHISTLE);
        assertThat(entry(Town.history(town.heating(), address, both), "casefile.unit-rated")
                        .get("facts")
                        .get("score")
                        .asInt())
                .isEqualTo(4);
        assertThat(entry(Town.history(town.street(), address, both), "casefile.whistle-rated")
                        .get("withheld")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void a_unit_that_rates_first_is_not_read_by_the_street() {
        String address = town.verified();
        long rated = version(town.heating(), address + "/dispatches/1/whistle-rating", MutualCalls.OF_WHISTLE);

        JsonNode hidden = last(town.street(), address, rated);
        assertThat(hidden.get("withheld").asBoolean()).isTrue();
        assertThat(hidden.get("facts").has("particulars")).isFalse();
    }

    private static long version(Session who, String step, Object rating) {
        return Town.accepted(who.post(step, rating)).get("version").asLong();
    }

    private static JsonNode last(Session reader, String address, long version) {
        JsonNode all = Town.history(reader, address, version);
        return all.get(all.size() - 1);
    }

    private static JsonNode entry(JsonNode history, String event) {
        for (JsonNode entry : history) {
            if (entry.get("event").asString().equals(event)) {
                return entry;
            }
        }
        throw new AssertionError("no " + event);
    }
}
