package org.shaodao.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.shaodao.fact.By;

/**
 * One event of a case, with what is needed to say it in words.
 *
 * @param version number of the event within the case, from 0
 * @param event its stored name, for example {@code casefile.whistle-blown}
 * @param recordedAt when it became known
 * @param occurredAt when it was true in the world
 * @param facts by field: codes and ids as text, numbers, yes or no, instants as ISO text; what the event leaves open is
 *     absent
 */
public record CaseEntry(
        long version,
        String event,
        Instant recordedAt,
        Instant occurredAt,
        By by,
        Map<String, Object> facts,
        List<SealedText> texts) {}
