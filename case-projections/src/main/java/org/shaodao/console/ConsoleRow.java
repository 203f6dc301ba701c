package org.shaodao.console;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.casefile.DispatchFacts;
import org.shaodao.casefile.WhistleFacts;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Urgency;

/**
 * Something that waits on a desk.
 *
 * @param number of the dispatch or commitment it is about, the first dispatch of a call, or which of several persons; 0 = the
 *     case itself
 * @param desk who is to act
 * @param street that the matter belongs to
 * @param chases how often the resident urged the matter on
 * @param since when it began to wait
 * @param dueAt until when it should be done; null = no clock says so
 * @param missed whether that is known to be missed
 * @param whistleKind code of the kind of the whistle, where units of one are waited for; null = none
 * @param units of the call, where units are waited for; otherwise all that work or worked on the case
 * @param person 回访 who is to be asked, where that is somebody who joined the case; null = whoever raised it
 * @param attempts 回访 how often they were called in vain
 * @param version of the case, all its events counted: what the next step may be decided upon
 */
public record ConsoleRow(
        UUID caseId,
        Waiting waiting,
        int number,
        ConsoleDesk desk,
        String caseNumber,
        String street,
        DemandKind kind,
        Urgency urgency,
        String category,
        String place,
        String subject,
        int chases,
        Instant since,
        @Nullable Instant dueAt,
        boolean missed,
        @Nullable String whistleKind,
        List<CalledUnit> units,
        @Nullable UUID person,
        int attempts,
        long version) {
    static ConsoleRow of(UUID caseId, CaseFacts facts, Matter matter, Instant since, long version) {
        DispatchFacts first =
                matter.waiting() == Waiting.ARRIVAL ? facts.dispatches().get(matter.number()) : null;
        WhistleFacts whistle = first == null || first.whistle() == null
                ? null
                : facts.whistles().get(first.whistle());
        Stream<DispatchFacts> units = facts.dispatches().values().stream()
                .filter(dispatch -> first == null
                        ? dispatch.state() != DispatchFacts.State.ENDED
                        : Objects.equals(Matter.first(facts, dispatch), matter.number()));
        return new ConsoleRow(
                caseId,
                matter.waiting(),
                matter.number(),
                matter.desk(),
                facts.demand().number(),
                facts.demand().street(),
                facts.demand().kind(),
                facts.demand().urgency(),
                facts.demand().category(),
                facts.demand().place(),
                facts.demand().subject(),
                facts.intake().chases(),
                since,
                matter.dueAt(),
                matter.missed(),
                whistle == null ? null : whistle.kind(),
                units.map(dispatch -> CalledUnit.of(facts, dispatch)).toList(),
                matter.person(),
                matter.attempts(),
                version);
    }
}
