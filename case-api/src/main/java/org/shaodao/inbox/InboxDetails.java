package org.shaodao.inbox;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.casefile.CaseRefusal;
import org.shaodao.casefile.ClockFacts;
import org.shaodao.casefile.OfferedSteps;
import org.shaodao.disputes.Disputes;
import org.shaodao.disputes.PrecedentQuery;
import org.shaodao.disputes.PrecedentRow;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.Refused;
import org.shaodao.history.CaseHeader;
import org.shaodao.history.CaseReader;
import org.shaodao.history.CaseReader.Told;
import org.shaodao.history.EntryOrder;
import org.shaodao.history.Histories;
import org.shaodao.history.Words;
import org.shaodao.parts.Form;
import org.shaodao.parts.StepForms;
import org.shaodao.parts.StepForms.NotTaken;
import org.shaodao.parts.UnitSteps;
import org.shaodao.view.NotOlderThan;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Puts together what is shown beside the list: the dispatch, what may be done with it, and the form that is open. */
@Component
class InboxDetails {
    private static final Map<String, String> LETTERS = Map.of("acknowledge", "a", "reply", "r", "hand-back", "b");
    private static final Set<String> ASKED = Set.of("narrative", "why", "meetingPlace", "contact", "task");
    private static final int READ = 60;
    private static final int RECENT = 6;
    private static final int RULINGS = 5;

    private final Inbox inbox;
    private final Histories histories;
    private final CaseReader reader;
    private final Disputes disputes;
    private final StepForms forms;
    private final Rulebook rules;

    InboxDetails(
            Inbox inbox, Histories histories, CaseReader reader, Disputes disputes, StepForms forms, Rulebook rules) {
        this.inbox = inbox;
        this.histories = histories;
        this.reader = reader;
        this.disputes = disputes;
        this.forms = forms;
        this.rules = rules;
    }

    /**
     * What was tried and how it ended, for the page that answers it.
     *
     * @param values what stands in the form
     * @param seen the version that the form was opened upon; null = not tried yet
     * @param taken the step that was taken; null = none
     */
    record Attempt(
            MultiValueMap<String, String> values,
            NotTaken not,
            @Nullable Long seen,
            @Nullable String taken) {}

    /**
     * One dispatch.
     *
     * @param minimum the version that must be shown; null = whatever is there
     * @throws Refused with {@link CaseRefusal.UnknownCase} where the unit has no such dispatch
     */
    Detail of(
            UUID caseId,
            int dispatch,
            InboxAsk ask,
            @Nullable Long minimum,
            Attempt attempt,
            Caller caller,
            Words words) {
        NotOlderThan atLeast = minimum == null ? null : new NotOlderThan(caseId, minimum);
        InboxRow row = inbox.rows(caseId, String.valueOf(caller.unit()), atLeast).stream()
                .filter(one -> one.dispatch() == dispatch)
                .findFirst()
                .orElseThrow(() -> new Refused(new CaseRefusal.UnknownCase()));
        ShownRow shown = ShownRow.of(row, ask, inbox.isIn(ask.tab(), row));
        CaseHeader header = reader.header(caseId, caller, minimum);
        CaseFacts facts = histories
                .facts(caseId, caller.by(null), atLeast)
                .orElseThrow(() -> new Refused(new CaseRefusal.UnknownCase()));
        Set<String> offered = new OfferedSteps(caseId, facts, caller.by(null), dispatch, rules).of(UnitSteps.ALL);
        List<Told> first = reader.entries(header, caller, EntryOrder.OLDEST_FIRST, null, READ, words)
                .entries();
        List<Told> last = reader.entries(header, caller, EntryOrder.NEWEST_FIRST, null, READ, words)
                .entries();
        String step = ask.form();
        String open = step != null && (offered.contains(step) || attempt.seen() != null) ? step : null;
        return new Detail(
                shown,
                header,
                first.stream()
                        .filter(entry -> tellsOf(entry, row))
                        .flatMap(entry -> entry.texts().stream())
                        .filter(text -> ASKED.contains(text.label()))
                        .toList(),
                header.clocks().stream()
                        .filter(clock -> clock.counts()
                                && clock.kind().ofTheUnit()
                                && Integer.valueOf(dispatch).equals(clock.dispatch()))
                        .sorted(Comparator.comparing(ClockFacts::dueAt))
                        .toList(),
                actions(offered, shown, ask),
                open,
                open != null ? form(open, row, ask, header.version(), attempt, caller) : null,
                "hand-back".equals(open) ? similar(row) : List.of(),
                last.stream()
                        .filter(entry -> !entry.event().equals("casefile.clocks-started"))
                        .limit(RECENT)
                        .toList(),
                attempt.seen() == null
                        ? List.of()
                        : last.stream()
                                .filter(entry -> entry.version() > attempt.seen())
                                .toList(),
                attempt.taken());
    }

    private static boolean tellsOf(Told entry, InboxRow row) {
        return switch (entry.event()) {
            case "casefile.raised" -> true;
            case "casefile.whistle-blown" ->
                entry.facts().get("whistle") instanceof Integer n && n.equals(row.whistle());
            case "casefile.dispatched" -> entry.facts().get("dispatch") instanceof Integer n && n == row.dispatch();
            default -> false;
        };
    }

    private static List<Detail.Action> actions(Set<String> offered, ShownRow shown, InboxAsk ask) {
        String primary = shown.step() != null && offered.contains(shown.step())
                ? shown.step()
                : offered.stream().findFirst().orElse(null);
        String dispatch = shown.row().caseId() + "." + shown.row().dispatch();
        return Stream.concat(Stream.ofNullable(primary), offered.stream().filter(step -> !step.equals(primary)))
                .map(step -> new Detail.Action(
                        step, ask.opening(dispatch, step).at("/inbox"), step.equals(primary), LETTERS.get(step)))
                .toList();
    }

    private Form form(String step, InboxRow row, InboxAsk ask, long version, Attempt attempt, Caller caller) {
        String dispatch = row.caseId() + "." + row.dispatch();
        InboxAsk opened = ask.opening(dispatch, null);
        return forms.form(
                step,
                row.caseId() + "-" + row.dispatch() + '-' + row.round(),
                opened.at("/inbox/%s/%d/%s".formatted(row.caseId(), row.dispatch(), step)) + "&seen=" + version,
                opened.at("/inbox"),
                attempt.values(),
                attempt.not(),
                caller);
    }

    /** Rulings about the same matter; its family, where there are none. */
    private List<PrecedentRow> similar(InboxRow row) {
        String family = row.category().replaceFirst("/[^/]*$", "");
        return disputes.precedents(new PrecedentQuery(family, null, null, null, RULINGS))
                .rows();
    }
}
