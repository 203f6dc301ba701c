package org.shaodao.fact;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The requests an aggregate took, so that a repeated one gets the receipt of its first time and never acts twice. The
 * keys are those of a command's metadata, which its events carry on.
 */
public final class Requests {
    /** Metadata: identity of the request, the same for every repetition of it. */
    public static final String COMMAND_ID = "commandId";

    /** Metadata: fingerprint of what the request said. */
    public static final String REQUEST_HASH = "requestHash";

    /** Metadata: the event that caused a reaction; absent where a person acted. */
    public static final String CAUSATION = "causation";

    /** Metadata: the way the request came, for example {@code api} or {@code import}. */
    public static final String CHANNEL = "channel";

    /** Metadata: identity of the attempt, by which the log lines of an API request are found. */
    public static final String TRACE = "trace";

    /** Metadata of a command only: the version the caller decided upon; absent = any. */
    public static final String EXPECTED_VERSION = "expectedVersion";

    private final Map<String, Taken> taken = new HashMap<>();

    /** Remembers the request of an event that made this version. */
    public void took(Map<String, ?> request, long version) {
        if (request.get(COMMAND_ID) instanceof String commandId) {
            taken.put(commandId, new Taken((String) request.get(REQUEST_HASH), version));
        }
    }

    /**
     * The version a request made when it first came.
     *
     * @return null for a new request
     * @throws Refused with {@link CommonRefusal.RequestDiffers} when it came before and said something else
     */
    public @Nullable Long repeated(Map<String, ?> request) {
        Taken before = taken.get((String) request.get(COMMAND_ID));
        return before == null ? null : before.repeatedAs((String) request.get(REQUEST_HASH));
    }

    /**
     * Passes where the caller decided upon the version that the aggregate has now, or upon any.
     *
     * @throws Refused with {@link CommonRefusal.VersionChanged}
     */
    public static void decidedUpon(Map<String, ?> request, long version) {
        if (request.get(EXPECTED_VERSION) instanceof String expected && Long.parseLong(expected) != version) {
            throw new Refused(new CommonRefusal.VersionChanged(Long.valueOf(expected), version));
        }
    }

    /** A request that was taken: what it said, and the version it made. */
    private record Taken(@Nullable String requestHash, Long version) {
        Long repeatedAs(@Nullable String hash) {
            if (!Objects.equals(requestHash, hash)) {
                throw new Refused(new CommonRefusal.RequestDiffers());
            }
            return version;
        }
    }
}
