package org.shaodao.bench;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Map;
import java.util.UUID;
import org.shaodao.fact.Requests;

/** Identities as the product gives them. */
final class Ids {
    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private Ids() {}

    static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /** What a request of the API carries beside its command. */
    static Map<String, String> metadata() {
        String id = next().toString();
        return Map.of(
                Requests.COMMAND_ID, id, Requests.REQUEST_HASH, HASH, Requests.CHANNEL, "api", Requests.TRACE, id);
    }
}
