package org.shaodao.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.shaodao.access.Caller;
import org.shaodao.access.KeyDesk;
import org.shaodao.fact.Role;

/** The whole product as others reach it: over HTTP, with keys for the offices' systems. */
final class RunServed {
    private RunServed() {}

    /** Where it is and who may come in. */
    record Door(String url, long process, Map<String, String> keys) {}

    /** @param arguments as {@link Product#arguments} */
    public static void main(String[] arguments) throws Exception {
        Product product = Product.start(arguments);
        KeyDesk desk = product.bean(KeyDesk.class);
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put(RealLife.STREET, key(desk, Role.STREET, RealLife.STREET));
        keys.put(RealLife.LEAD, key(desk, Role.UNIT, RealLife.LEAD));
        keys.put(RealLife.ASSISTING, key(desk, Role.UNIT, RealLife.ASSISTING));
        keys.put(RealLife.DISTRICT, key(desk, Role.DISTRICT, RealLife.DISTRICT));
        Door door = new Door(
                "http://localhost:" + product.port(), ProcessHandle.current().pid(), keys);
        Contest.answer(words -> door);
    }

    private static String key(KeyDesk desk, Role role, String unit) {
        Caller administrator = new Caller("bench", "bench", Role.ADMINISTRATOR, null, new Caller.Door.Key(null));
        return desk.issue(Ids.next().toString(), new KeyDesk.NewKey("bench", role, unit, null, null), administrator)
                .orElseThrow()
                .key();
    }
}
