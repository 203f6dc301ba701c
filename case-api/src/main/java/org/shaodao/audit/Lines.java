package org.shaodao.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shaodao.audit.Item.Part;
import org.shaodao.casefile.AppraisalFacts.Proposal;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.casefile.ClockFacts;
import org.shaodao.casefile.CommitmentFacts;
import org.shaodao.casefile.Demand;
import org.shaodao.casefile.DispatchFacts;
import org.shaodao.casefile.DisputeFacts;
import org.shaodao.casefile.LinkFacts;
import org.shaodao.casefile.RatingFacts;
import org.shaodao.casefile.SupervisionFacts;
import org.shaodao.casefile.WhistleFacts;
import org.shaodao.view.Recorded;

/**
 * Reads the state of a case as lines, one for each thing that is so: shown as they are, and compared to say what changed.
 * What is not so has no line.
 */
final class Lines {
    private final List<Line> lines = new ArrayList<>();
    private final Map<Item, List<Named>> documents;

    private Lines(Map<Item, List<Named>> documents) {
        this.documents = documents;
    }

    /** What these events, in the order in which they were recorded, make of a case; nothing where none was raised. */
    static List<Line> of(List<Recorded> events) {
        return of(Replay.facts(events), Named.byClock(events));
    }

    /** @param documents by which each clock is due when it is due */
    static List<Line> of(@Nullable CaseFacts facts, Map<Item, List<Named>> documents) {
        Lines read = new Lines(documents);
        if (facts != null) {
            read.demand(facts);
            read.course(facts);
            facts.whistles().values().forEach(read::whistle);
            facts.dispatches().values().forEach(dispatch -> read.dispatch(dispatch, facts));
            facts.clocks().forEach(read::clock);
            facts.commitments().values().forEach(read::commitment);
            read.ratings(facts.rating());
            read.measures(facts.supervision().measures());
            read.links(facts.link());
        }
        return List.copyOf(read.lines);
    }

    private void demand(CaseFacts facts) {
        Item of = Item.of(Part.CASE);
        Demand demand = facts.demand();
        code(of, "phase", facts.phase().code());
        code(of, "kind", demand.kind());
        code(of, "urgency", demand.urgency());
        say(of, "category", new Line.OfCategory(demand.category()));
        say(of, "place", new Line.OfPlace(demand.place()));
        unit(of, "street", demand.street());
        unit(of, "about", demand.about());
        yes(of, "confidential", demand.confidential());
        yes(of, "recused", facts.intake().recused());
        code(of, "level", facts.supervision().level());
    }

    private void course(CaseFacts facts) {
        Item of = Item.of(Part.CASE);
        codes(of, "held", "stage", facts.intake().held());
        codes(of, "skipped", "stage", facts.intake().skipped());
        count(of, "chases", facts.intake().chases());
        count(of, "questions", (int) facts.intake().questions().values().stream()
                .filter(question -> !question.answered())
                .count());
        yes(of, "handedToEmergency", facts.intake().handedToEmergency());
        yes(of, "resultReturned", facts.intake().resultReturned());
        yes(of, "answered", facts.answered());
        many(
                of,
                "mustAct",
                facts.mustAct().stream().<Line.Value>map(Line.OfUnit::new).toList());
        many(
                of,
                "toCheck",
                facts.closing().asked().stream()
                        .<Line.Value>map(Line.OfUnit::new)
                        .toList());
        person(of, "verifier", facts.closing().verifier());
        yes(of, "objection", facts.closing().objection());
        yes(of, "undecided", facts.rating().undecided());
        proposal(of, "exclusion", facts.appraisal().exclusion());
        proposal(of, "finding", facts.appraisal().finding());
        yes(
                of,
                "parkingProposed",
                facts.parking().proposedBy() != null && !facts.parking().parked());
        at(of, "parkedSince", facts.parking().since());
        day(of, "reviewOn", facts.parking().reviewOn());
    }

    private void whistle(WhistleFacts whistle) {
        Item of = Item.of(Part.WHISTLE, whistle.number());
        say(of, "whistle", new Line.Code("code.kind", whistle.kind()));
        code(of, "reportMode", whistle.reportMode());
        at(of, "reportAt", whistle.reportAt());
        yes(of, "withdrawn", whistle.withdrawn());
    }

    private void dispatch(DispatchFacts dispatch, CaseFacts facts) {
        Item of = Item.of(Part.DISPATCH, dispatch.number());
        unit(of, "unit", dispatch.unit());
        code(of, "role", dispatch.role());
        code(of, "state", dispatch.state());
        count(of, "round", dispatch.round());
        person(of, "handler", dispatch.handler());
        text(of, "section", dispatch.work().section());
        yes(of, "own", dispatch.own());
        yes(of, "responsible", dispatch.number().equals(facts.responsible()));
        many(
                of,
                "attempts",
                dispatch.work().attempts().stream()
                        .<Line.Value>map(Line.At::new)
                        .toList());
        codes(of, "lateEntries", "entry", dispatch.work().lateEntries().keySet());
        yes(of, "particulars", dispatch.work().asked() && !dispatch.work().answered());
        at(of, "arrivedAt", dispatch.presence().arrivedAt());
        at(of, "leftAt", dispatch.presence().leftAt());
        yes(of, "released", dispatch.released());
        count(of, "extensions", dispatch.extension().granted());
        yes(of, "extensionAsked", dispatch.extension().askedBy() != null);
        dispute(of, dispatch.dispute());
        yes(of, "unitRated", facts.mutual().units().contains(dispatch.number()));
        yes(of, "whistleRated", facts.mutual().whistles().contains(dispatch.number()));
    }

    private void dispute(Item of, DisputeFacts dispute) {
        if (dispute.state() != DisputeFacts.State.NONE) {
            say(of, "dispute", new Line.Code("code.dispute", dispute.state().name()));
            if (dispute.ground() != null) {
                say(of, "ground", new Line.Code("code.ground", dispute.ground()));
            }
            unit(of, "suggested", dispute.suggested());
        }
    }

    private void clock(ClockFacts clock) {
        Item of = new Item(Part.CLOCK, clock.dispatch(), clock.kind(), clock.round());
        say(of, "clock", new Line.Code("clocks.state", clock.state().name()));
        say(of, "due", new Line.DueAt(clock.dueAt(), clock.why(), documents.getOrDefault(of, List.of())));
        at(of, "started", clock.startedAt());
        at(of, "original", clock.originalDueAt().equals(clock.dueAt()) ? null : clock.originalDueAt());
        at(of, "stopped", clock.stoppedAt());
        at(of, "ended", clock.endedAt());
        yes(of, "provisional", clock.provisional());
        yes(of, "corrected", clock.corrected());
    }

    private void commitment(CommitmentFacts promise) {
        Item of = Item.of(Part.COMMITMENT, promise.number());
        unit(of, "unit", promise.unit());
        code(of, "state", promise.state());
        day(of, "dueOn", promise.dueOn());
        yes(of, "putForward", promise.putForward());
    }

    private void ratings(RatingFacts rating) {
        int number = 0;
        for (RatingFacts.Voice voice : rating.voices()) {
            Item of = Item.of(Part.RATING, ++number);
            many(
                    of,
                    "calls",
                    voice.attempts().stream().<Line.Value>map(Line.At::new).toList());
            yes(of, "settled", voice.settled());
            answers(of, "", voice.first());
            if (voice.latest() != null && !voice.latest().equals(voice.first())) {
                answers(of, "latest.", voice.latest());
            }
        }
    }

    private void answers(Item of, String which, RatingFacts.@Nullable Answers answers) {
        if (answers != null) {
            at(of, which + "rated", answers.at());
            say(of, which + "contacted", answer("contacted", answers.contacted()));
            say(of, which + "solved", answer("solved", answers.solved()));
            say(of, which + "satisfied", answer("satisfied", answers.satisfied()));
        }
    }

    private static Line.Value answer(String family, @Nullable Object answer) {
        return answer == null ? new Line.Code("code", "none") : new Line.Code("code." + family, answer.toString());
    }

    private void measures(List<SupervisionFacts.Taken> measures) {
        int number = 0;
        for (SupervisionFacts.Taken taken : measures) {
            Item of = Item.of(Part.SUPERVISION, ++number);
            code(of, "measure", taken.measure());
            text(
                    of,
                    "dispatch",
                    taken.dispatch() == null ? null : taken.dispatch().toString());
            text(of, "rung", taken.rung());
            if (taken.clock() != null) {
                say(of, "because", new Line.Code("code.clock", taken.clock().name()));
            }
            yes(of, "reported", taken.answered());
        }
    }

    private void links(LinkFacts link) {
        Item of = Item.of(Part.LINK);
        text(
                of,
                "merged",
                link.merged() == null ? null : link.merged().survivor().number());
        texts(
                of,
                "joined",
                link.joined().values().stream().map(LinkFacts.Joined::number).toList());
        count(of, "neighbours", link.neighbours().size());
        text(of, "splitFrom", link.splitFrom() == null ? null : link.splitFrom().number());
        texts(of, "parts", link.parts().stream().map(LinkFacts.Other::number).toList());
        texts(
                of,
                "linked",
                link.linked().stream().map(linked -> linked.other().number()).toList());
    }

    private void proposal(Item of, String field, @Nullable Proposal proposal) {
        if (proposal != null) {
            say(of, field, new Line.Code("code.state", proposal.state().name()));
        }
    }

    private void say(Item of, String field, Line.Value value) {
        lines.add(new Line(of, field, value));
    }

    private void code(Item of, String field, String code) {
        say(of, field, new Line.Code("code." + field, code));
    }

    private void code(Item of, String field, Enum<?> code) {
        code(of, field, code.name());
    }

    private void codes(Item of, String field, String family, Collection<? extends Enum<?>> codes) {
        many(
                of,
                field,
                codes.stream()
                        .<Line.Value>map(code -> new Line.Code("code." + family, code.name()))
                        .toList());
    }

    private void many(Item of, String field, List<Line.Value> values) {
        if (!values.isEmpty()) {
            say(of, field, new Line.Many(values));
        }
    }

    private void texts(Item of, String field, List<String> texts) {
        many(of, field, texts.stream().<Line.Value>map(Line.Text::new).toList());
    }

    private void unit(Item of, String field, @Nullable String unit) {
        if (unit != null) {
            say(of, field, new Line.OfUnit(unit));
        }
    }

    private void person(Item of, String field, @Nullable String id) {
        if (id != null) {
            say(of, field, new Line.Person(id));
        }
    }

    private void text(Item of, String field, @Nullable String text) {
        if (text != null) {
            say(of, field, new Line.Text(text));
        }
    }

    private void at(Item of, String field, @Nullable Instant at) {
        if (at != null) {
            say(of, field, new Line.At(at));
        }
    }

    private void day(Item of, String field, @Nullable LocalDate day) {
        if (day != null) {
            say(of, field, new Line.Day(day));
        }
    }

    private void count(Item of, String field, Integer count) {
        if (count > 0) {
            text(of, field, count.toString());
        }
    }

    private void yes(Item of, String field, Boolean so) {
        if (so) {
            say(of, field, new Line.Yes());
        }
    }
}
