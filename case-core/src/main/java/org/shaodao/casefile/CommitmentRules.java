package org.shaodao.casefile;

import java.time.LocalDate;
import org.shaodao.clocks.ClockKind;
import org.shaodao.clocks.SpanKind;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.By;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;

/** 承诺. The rules of promises by name. */
final class CommitmentRules {
    private CommitmentRules() {}

    /** A unit speaks for itself only. */
    static void forThemselves(String unit, By by) {
        if (by.role() == Role.UNIT && !by.actsFor(unit)) {
            throw new Refused(new CaseRefusal.NotYourCommitment(unit));
        }
    }

    /** Only those who have to do with a case promise something in it. */
    static void ofTheCase(CaseFacts facts, String unit) {
        boolean called = facts.dispatches().values().stream()
                .anyMatch(dispatch -> dispatch.unit().equals(unit));
        if (!called && !facts.demand().street().equals(unit)) {
            throw new Refused(new CaseRefusal.UnknownCode("unit", unit));
        }
    }

    /** What is promised is still to come, and within the longest span there is. */
    static void stillToCome(LocalDate dueOn, Rulebook rules) {
        LocalDate today = rules.inForce().calendar().content().wall(rules.now()).toLocalDate();
        LocalDate latest = today.plusDays(SpanKind.CALENDAR_DAYS.longest());
        if (dueOn.isBefore(today) || dueOn.isAfter(latest)) {
            throw new Refused(new CaseRefusal.DueOutOfRange(dueOn, today, latest));
        }
    }

    static CommitmentFacts theCommitment(CaseFacts facts, Integer number) {
        CommitmentFacts commitment = facts.commitments().get(number);
        if (commitment == null) {
            throw new Refused(new CaseRefusal.UnknownCommitment(number));
        }
        return commitment;
    }

    /** A promise is kept or broken once. */
    static CommitmentFacts stillOpen(CaseFacts facts, Integer number) {
        CommitmentFacts commitment = theCommitment(facts, number);
        if (commitment.state() != CommitmentFacts.State.OPEN) {
            throw new Refused(
                    new CaseRefusal.CommitmentSettled(number, commitment.state().name()));
        }
        return commitment;
    }

    /** A case is put forward once, when the day of an open promise has passed. */
    static CommitmentFacts pastItsDay(CaseFacts facts, CommitmentCommand.PutForwardForReopening c) {
        CommitmentFacts commitment = theCommitment(facts, c.commitment());
        boolean passed = facts.clocks().stream()
                .filter(clock -> clock.is(null, ClockKind.COMMITMENT, c.commitment()))
                .anyMatch(clock -> clock.runs() && clock.dueAt().isBefore(c.occurredAt()));
        if (!passed || commitment.putForward()) {
            throw new Refused(new CaseRefusal.NothingToPutForward(c.commitment()));
        }
        return commitment;
    }

    static CommitmentFacts putForward(CaseFacts facts, Integer number) {
        CommitmentFacts commitment = theCommitment(facts, number);
        if (!commitment.putForward()) {
            throw new Refused(new CaseRefusal.NotPutForward(number));
        }
        return commitment;
    }

    /** Rule 6: who did not keep a promise does not decide what follows. */
    static void notTheirOwnPromise(CommitmentFacts commitment, CaseCommand c) {
        if (c.by().actsFor(commitment.unit())) {
            throw new Refused(new CaseRefusal.OwnAct(c.step()));
        }
    }
}
