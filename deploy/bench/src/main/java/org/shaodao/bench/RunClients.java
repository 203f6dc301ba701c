package org.shaodao.bench;

import java.util.Map;
import java.util.concurrent.Callable;
import org.shaodao.bench.RunServed.Door;
import tools.jackson.databind.json.JsonMapper;

/** Those who ask the product over HTTP, in a process of their own: what they cost is not counted. */
final class RunClients {
    static final String AT_RATE = "rate";

    private RunClients() {}

    /** @param arguments a {@link Door} as JSON, and the process id of the database's postmaster */
    public static void main(String[] arguments) throws Exception {
        Door door = JsonMapper.shared().readValue(arguments[0], Door.class);
        Load load = new Load(door.process(), Long.parseLong(arguments[1]));
        HttpLife life = new HttpLife(door.url(), door.keys());
        Callable<Map<String, Double>> told = () -> Map.of("told to come again", life.behind());
        Contest.answer(words -> switch (words[0]) {
            case Contest.RUN -> load.closed(Integer.parseInt(words[1]), Long.parseLong(words[2]), life, told);
            case AT_RATE ->
                load.open(
                        Integer.parseInt(words[1]), Long.parseLong(words[2]), Double.parseDouble(words[3]), life, told);
            default -> throw new IllegalArgumentException(words[0]);
        });
    }
}
