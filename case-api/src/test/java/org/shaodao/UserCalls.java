package org.shaodao;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A request to every address of the administration of users that would be taken, each for a user of its own. */
final class UserCalls {
    private static final String USERS = "/api/v1/users";
    private static final Map<String, Object> DAYS = Map.of("from", "2026-01-01", "until", "2027-01-01");

    private UserCalls() {}

    record Call(String path, @Nullable Object body) {}

    static Map<String, Supplier<Call>> all(Town town) {
        Map<String, Supplier<Call>> all = new TreeMap<>();
        String user = USERS + "/{user}";
        String role = user + "/roles/{role}";
        all.put("GET " + USERS, () -> new Call(USERS, null));
        all.put("POST " + USERS, () -> new Call(USERS, Map.of("login", login())));
        all.put("GET " + user, () -> new Call(made(town), null));
        all.put("PUT " + user, () -> new Call(made(town), Map.of("login", login())));
        all.put("DELETE " + user, () -> new Call(made(town), null));
        all.put("POST " + user + "/roles", () -> new Call(made(town) + "/roles", unit()));
        all.put("PUT " + role, () -> new Call(inARole(town), DAYS));
        all.put("DELETE " + role, () -> new Call(inARole(town), null));
        all.put("POST " + role + "/deputies", () -> new Call(inARole(town) + "/deputies", deputy(town)));
        all.put("DELETE " + role + "/deputies/{deputy}", () -> {
            String address = inARole(town);
            JsonNode named = Town.accepted(town.administrator().post(address + "/deputies", deputy(town)));
            JsonNode first = named.get("roles").get(0).get("deputies").get(0);
            return new Call(address + "/deputies/" + first.get("id").asString(), null);
        });
        all.put("POST " + user + "/one-time-password", () -> new Call(made(town) + "/one-time-password", null));
        all.put("POST " + user + "/unlocking", () -> new Call(made(town) + "/unlocking", null));
        return all;
    }

    private static String made(Town town) {
        return USERS + '/' + id(town);
    }

    private static String id(Town town) {
        return Town.accepted(town.administrator().post(USERS, Map.of("login", login(), "password", false)))
                .get("user")
                .get("id")
                .asString();
    }

    private static String inARole(Town town) {
        String user = made(town);
        JsonNode given = Town.accepted(town.administrator().post(user + "/roles", unit()));
        return user + "/roles/" + given.get("roles").get(0).get("id").asString();
    }

    private static Map<String, Object> unit() {
        return Town.but(Town.but(DAYS, "role", "UNIT"), "unit", Town.WATER);
    }

    private static Map<String, Object> deputy(Town town) {
        return Town.but(DAYS, "user", id(town));
    }

    private static String login() {
        return "whomay-" + UUID.randomUUID();
    }
}
