package org.shaodao.console;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.casefile.DispatchRole;
import org.shaodao.clocks.ClockPreviews;
import org.shaodao.console.DeskCase.Offer;
import org.shaodao.console.DeskCase.Suggested;
import org.shaodao.demand.Urgency;
import org.shaodao.disputes.Disputes;
import org.shaodao.disputes.PrecedentQuery;
import org.shaodao.disputes.PrecedentRow;
import org.shaodao.documents.Documents;
import org.shaodao.documents.InForce;
import org.shaodao.documents.PolicyPack.WhistleKind;
import org.shaodao.documents.Suggestions;
import org.shaodao.documents.Suggestions.Reason;
import org.shaodao.history.CaseHeader;
import org.shaodao.history.CaseReader;
import org.shaodao.history.CaseReader.Told;
import org.shaodao.history.EntryOrder;
import org.shaodao.history.Histories;
import org.shaodao.history.Words;
import org.shaodao.lanes.LanePictures;
import org.shaodao.parts.Form;
import org.shaodao.parts.StepForms;
import org.shaodao.parts.StepForms.NotTaken;
import org.shaodao.view.NotOlderThan;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Opens a case on a desk: what was said, what waits, what may be done, and the form that is asked for. */
@Component
class DeskCases {
    private static final int ENTRIES = 300;
    private static final int PRECEDENTS = 5;

    /** Steps that call somebody. */
    private static final Set<String> CALLS = Set.of(DeskStep.WHISTLE, "dispatch", "add-unit");

    /** Fields that the desk fills in itself, or leaves to the ladder. */
    private static final Set<String> NOT_ASKED = Set.of("complainant", "dispatch", "rung");

    private final CaseReader reader;
    private final Console console;
    private final Disputes disputes;
    private final Documents documents;
    private final ClockPreviews previews;
    private final StepForms forms;
    private final Histories histories;
    private final LanePictures lanes;
    private final Clock clock;

    DeskCases(
            CaseReader reader,
            Console console,
            Disputes disputes,
            Documents documents,
            ClockPreviews previews,
            StepForms forms,
            Histories histories,
            LanePictures lanes,
            Clock clock) {
        this.reader = reader;
        this.console = console;
        this.disputes = disputes;
        this.documents = documents;
        this.previews = previews;
        this.forms = forms;
        this.histories = histories;
        this.lanes = lanes;
        this.clock = clock;
    }

    /**
     * What somebody tried on the case.
     *
     * @param said in the form, where it is to be shown again; null = nothing was tried
     * @param done the form that was sent and taken; null = none
     * @param version what they made of the case; null = nothing
     */
    record Attempt(
            @Nullable MultiValueMap<String, String> said,
            NotTaken not,
            @Nullable String done,
            @Nullable Long version) {
        static final Attempt NONE = new Attempt(null, NotTaken.NOTHING, null, null);
    }

    DeskCase of(UUID caseId, DeskAsk ask, Attempt attempt, Caller caller, Locale locale) {
        Words words = reader.words(locale);
        CaseHeader header = reader.header(caseId, caller, attempt.version());
        List<Told> told = reader.entries(header, caller, EntryOrder.NEWEST_FIRST, null, ENTRIES, words)
                .entries();
        List<ConsoleRow> waiting =
                console.of(caseId, attempt.version() == null ? null : new NotOlderThan(caseId, attempt.version()));
        List<DeskStep> steps = DeskStep.of(header, waiting, caller);
        boolean offered = attempt.said() != null || steps.stream().anyMatch(step -> step.is(ask));
        Form form = ask.form() == null || !offered ? null : form(header, ask, attempt, caller);
        boolean calls = form != null && CALLS.contains(ask.form());
        return new DeskCase(
                header,
                waiting,
                told.reversed(),
                steps.stream().map(step -> offer(step, ask, words)).toList(),
                form,
                calls ? suggestions(header, locale) : List.of(),
                calls ? clocks(header, urgency(waiting), whistleKind(ask, attempt), null, caller, locale) : List.of(),
                precedents(header, waiting),
                lanes.of(header, histories.latest(caseId, ENTRIES), clock.instant(), locale),
                attempt.done());
    }

    private Offer offer(DeskStep step, DeskAsk ask, Words words) {
        String text = forms.button(step.step());
        return new Offer(
                step.unit() == null ? text : text + " · " + words.names().unit(step.unit()),
                ask.with(step.step(), step.about(), step.person()).at(),
                step.is(ask));
    }

    private Form form(CaseHeader header, DeskAsk ask, Attempt attempt, Caller caller) {
        String step = Objects.requireNonNull(ask.form());
        Form form = forms.form(
                step,
                about(ask),
                ask.post(),
                ask.opening(header.caseId()).at(),
                attempt.said() == null ? beginning(step, header) : attempt.said(),
                attempt.not(),
                caller);
        return form.without(NOT_ASKED);
    }

    /** What a form is about: another case or dispatch has drafts of its own. */
    private static String about(DeskAsk ask) {
        return ask.open() + "-" + Objects.requireNonNullElse(ask.about(), 0)
                + (ask.person() == null ? "" : "-" + ask.person());
    }

    /** The id of the form that is open. */
    static String formOf(DeskAsk ask) {
        return ask.form() + "-" + about(ask);
    }

    /** A whistle begins with the units that the documents suggest: one lead, and whoever assists. */
    private MultiValueMap<String, String> beginning(String step, CaseHeader header) {
        MultiValueMap<String, String> said = new LinkedMultiValueMap<>();
        if (CALLS.contains(step)) {
            List<Suggestions.Suggestion> all = suggested(header);
            List<Suggestions.Suggestion> called = new ArrayList<>();
            all.stream().filter(Suggestions.Suggestion::leads).findFirst().ifPresent(called::add);
            if (step.equals(DeskStep.WHISTLE)) {
                all.stream().filter(one -> !one.leads()).forEach(called::add);
                said.add("reportMode", "ON_THE_SPOT");
                said.add("kind", whistleKinds().getFirst().code());
            }
            for (int i = 0; i < called.size(); i++) {
                String row = step.equals(DeskStep.WHISTLE) ? "calls[" + i + "]." : "call.";
                said.add(row + "unit", called.get(i).unit().code());
                said.add(row + "role", (called.get(i).leads() ? DispatchRole.LEAD : DispatchRole.ASSISTING).name());
            }
        }
        return said;
    }

    private List<Suggestions.Suggestion> suggested(CaseHeader header) {
        InForce rules = documents.inForce(clock.instant());
        return rules.registry()
                .content()
                .place(header.place())
                .map(place -> Suggestions.at(place, header.category(), rules))
                .orElse(List.of());
    }

    private List<Suggested> suggestions(CaseHeader header, Locale locale) {
        boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        return suggested(header).stream()
                .map(one -> switch (one.reason()) {
                    case Reason.Said(var entry) ->
                        new Suggested(one.unit().code(), one.leads(), entry.reason(), entry.source());
                    case Reason.Owed(var duty) ->
                        new Suggested(one.unit().code(), one.leads(), english ? duty.en() : duty.zh(), null);
                })
                .toList();
    }

    private @Nullable String whistleKind(DeskAsk ask, Attempt attempt) {
        if (!DeskStep.WHISTLE.equals(ask.form())) {
            return null;
        }
        return Optional.ofNullable(attempt.said())
                .map(said -> said.getFirst("kind"))
                .filter(kind ->
                        whistleKinds().stream().anyMatch(one -> one.code().equals(kind)))
                .orElseGet(() -> whistleKinds().getFirst().code());
    }

    private List<WhistleKind> whistleKinds() {
        return documents.inForce(clock.instant()).pack().content().whistleKinds();
    }

    /** Which clocks would start for whoever leads, by the kind of the whistle; null = dispatched directly. */
    List<ClockPreviews.Promise> clocks(
            CaseHeader header,
            Urgency urgency,
            @Nullable String whistleKind,
            @Nullable Instant reportAt,
            Caller caller,
            Locale locale) {
        return previews.of(
                        new ClockPreviews.Matter(
                                header.category(), header.kind(), urgency, whistleKind, DispatchRole.LEAD),
                        clock.instant(),
                        reportAt,
                        null,
                        null,
                        null,
                        caller.unit(),
                        locale)
                .clocks();
    }

    static Urgency urgency(List<ConsoleRow> waiting) {
        return waiting.stream().map(ConsoleRow::urgency).findFirst().orElse(Urgency.NORMAL);
    }

    private List<PrecedentRow> precedents(CaseHeader header, List<ConsoleRow> waiting) {
        return waiting.stream().anyMatch(row -> row.waiting() == Waiting.RULING)
                ? disputes.precedents(new PrecedentQuery(header.category(), null, null, null, PRECEDENTS))
                        .rows()
                : List.of();
    }
}
