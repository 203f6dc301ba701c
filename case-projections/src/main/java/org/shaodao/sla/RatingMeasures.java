package org.shaodao.sla;

import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Solved;
import org.shaodao.documents.ContentHash;
import org.shaodao.sla.Course.Answer;
import org.shaodao.sla.Course.Voice;
import org.shaodao.sla.Measure.Finding;

/** What residents said. Everybody who wanted the same is a demand of their own; silence is none of the answers. */
final class RatingMeasures {
    private RatingMeasures() {}

    static Stream<Finding> of(CaseFacts facts, Course course) {
        DemandKind kind = facts.demand().kind();
        return course.voices().entrySet().stream().flatMap(voice -> of(kind, item(voice.getKey()), voice.getValue()));
    }

    private static Stream<Finding> of(DemandKind kind, String person, Voice voice) {
        Answer<Solved> solved = voice.solved();
        return Stream.of(
                        finding(Count.RESPONSE, person, voice.contacted(), ClockMeasures::yes, true),
                        finding(Count.RESOLUTION, person, solved, RatingMeasures::result, wantsHelp(kind)),
                        finding(
                                Count.SATISFACTION,
                                person,
                                voice.satisfied(),
                                said -> Result.valueOf(said.name()),
                                kind != DemandKind.PRAISE),
                        finding(
                                Count.VERDICT,
                                person,
                                solved,
                                said -> ClockMeasures.yes(said != Solved.NO),
                                solved != null && solved.claimed()))
                .flatMap(finding -> finding);
    }

    /** Who it was is nobody's business who reads figures; only that it is somebody else. */
    private static String item(String person) {
        return person.isEmpty() ? "" : ContentHash.of(person).substring(0, 12);
    }

    private static boolean wantsHelp(DemandKind kind) {
        return kind == DemandKind.HELP || kind == DemandKind.COMPLAINT || kind == DemandKind.TIP_OFF;
    }

    private static Result result(Solved solved) {
        return Result.valueOf(solved.name());
    }

    private static <T> Stream<Finding> finding(
            Count count, String person, @Nullable Answer<T> answer, Function<T, Result> result, boolean asked) {
        return answer == null || !asked
                ? Stream.empty()
                : Stream.of(new Finding(count, person, result.apply(answer.said()), answer.at(), answer.lead()));
    }
}
