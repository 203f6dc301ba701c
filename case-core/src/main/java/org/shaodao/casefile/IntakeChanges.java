package org.shaodao.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.shaodao.clocks.ClockKind;
import org.shaodao.demand.Stage;

/** 受理. What the events of an intake change. */
final class IntakeChanges {
    private IntakeChanges() {}

    static CaseFacts after(CaseFacts facts, IntakeEvent event, Instant recordedAt) {
        return switch (event) {
            case IntakeEvent.Raised e -> facts;
            case IntakeEvent.NotAccepted e ->
                facts.withPhase(CasePhase.NOT_ACCEPTED).lapsed(clock -> true, recordedAt);
            case IntakeEvent.Corrected e -> facts.withDemand(facts.demand().corrected(e));
            case IntakeEvent.Withdrawn e ->
                facts.withPhase(CasePhase.WITHDRAWN).workEnded().lapsed(clock -> true, recordedAt);
            case IntakeEvent.Supplemented e -> facts;
            case IntakeEvent.Chased e -> intake(facts, i -> i.withChases(e.chase()));
            case IntakeEvent.AnsweredAtOnce e ->
                facts.withPhase(CasePhase.VERIFIED)
                        .withAnswered(true)
                        .withRating(facts.rating().askedAnew())
                        .withClosing(facts.closing().withVerifier(e.by().person()));
            case IntakeEvent.HandedToEmergency e -> intake(facts, i -> i.withHandedToEmergency(true));
            case IntakeEvent.Deliberated e -> intake(facts, i -> i.heldNow(Stage.DELIBERATION));
            case IntakeEvent.DecidedAtMeeting e -> intake(facts, i -> i.heldNow(Stage.DECISION));
            case IntakeEvent.StageSkipped e -> intake(facts, i -> i.skippedNow(e.stage()));
            case IntakeEvent.Recused e -> intake(facts, i -> i.withRecused(true));
            case IntakeEvent.Transferred e -> transferred(facts, e, recordedAt);
            case IntakeEvent.QuestionPut e ->
                intake(facts, i -> i.with(new QuestionFacts(e.question(), e.unit(), false)));
            case IntakeEvent.QuestionAnswered e ->
                intake(facts, i -> i.with(new QuestionFacts(e.question(), e.unit(), true)));
            case IntakeEvent.ResultReturned e -> intake(facts, i -> i.withResultReturned(true));
        };
    }

    private static CaseFacts transferred(CaseFacts facts, IntakeEvent.Transferred e, Instant recordedAt) {
        CaseFacts next = facts.withDemand(facts.demand().withStreet(e.street()))
                .withLink(facts.link().withConsents(Set.of()));
        for (DispatchFacts own : facts.atWork().filter(DispatchFacts::own).toList()) {
            next = next.ending(own.number(), recordedAt);
        }
        return next.raisedIfNobodyCame();
    }

    private static CaseFacts intake(CaseFacts facts, UnaryOperator<IntakeFacts> change) {
        return facts.withIntake(change.apply(facts.intake()));
    }

    static List<CaseEvent> starts(Starting start, IntakeEvent event) {
        return switch (event) {
            case IntakeEvent.Raised e -> start.wholeCase();
            case IntakeEvent.AnsweredAtOnce e -> start.ofTheCase(ClockKind.FOLLOW_UP);
            case IntakeEvent.Transferred e -> start.verificationIfAllReplied();
            case IntakeEvent.Corrected e ->
                Stream.of(new Revising(start).corrected(), start.missingAfterACorrection())
                        .flatMap(List::stream)
                        .toList();
            case IntakeEvent.NotAccepted _,
                    IntakeEvent.Withdrawn _,
                    IntakeEvent.Supplemented _,
                    IntakeEvent.Chased _,
                    IntakeEvent.HandedToEmergency _,
                    IntakeEvent.Deliberated _,
                    IntakeEvent.DecidedAtMeeting _,
                    IntakeEvent.StageSkipped _,
                    IntakeEvent.Recused _,
                    IntakeEvent.QuestionPut _,
                    IntakeEvent.QuestionAnswered _,
                    IntakeEvent.ResultReturned _ -> List.of();
        };
    }
}
