package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct.Session;

/** Who handles a dispatch is told by name to those who work there and to auditors, and by no account's id to anybody. */
class HandlerNamesTest {
    private final Town town = Town.shared();

    @Test
    void colleagues_and_auditors_read_the_name_others_that_somebody_is_named() {
        Session clerk = town.product().as("gongre");
        String account = clerk.get("/api/v1/me").json().path("id").asString();
        String address = accepted(account);

        assertThat(told(clerk, address)).endsWith("handler: gongre");
        assertThat(told(town.product().as("shenji"), address)).endsWith("handler: gongre");
        for (Session other : new Session[] {town.street(), town.housing(), town.district()}) {
            assertThat(told(other, address))
                    .endsWith("handler: named by the unit")
                    .doesNotContain(account);
        }
    }

    @Test
    void what_an_office_calls_its_officer_stays_as_it_is() {
        String address = accepted("officer-21");
        assertThat(told(town.street(), address)).endsWith("handler: officer-21");
        assertThat(told(town.heating(), address)).endsWith("handler: officer-21");
    }

    private String accepted(String handler) {
        String address = town.whistled();
        long version = Town.accepted(
                        town.heating().post(address + "/dispatches/1/acceptance", Map.of("handler", handler)))
                .get("version")
                .asLong();
        Town.history(town.street(), address, version);
        return address;
    }

    private static String told(Session reader, String address) {
        return Town.history(reader, address, 0)
                .valueStream()
                .filter(entry -> entry.get("event").asString().equals("casefile.accepted"))
                .map(entry -> entry.get("sentence").asString())
                .findFirst()
                .orElseThrow();
    }
}
