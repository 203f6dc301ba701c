package org.shaodao.audit;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.audit.Replay.Moment;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.clocks.ClockWords;
import org.shaodao.documents.Documents;
import org.shaodao.history.CaseEntry;
import org.shaodao.history.CaseHeader;
import org.shaodao.history.CaseReader;
import org.shaodao.history.EntryOrder;
import org.shaodao.history.Histories;
import org.shaodao.history.Words;
import org.shaodao.lanes.LanePictures;
import org.shaodao.lanes.Picture;
import org.shaodao.view.Recorded;
import org.shaodao.web.FileFormat;
import org.shaodao.wiring.ShaodaoSettings;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 回放: what was known of a case at a moment, what was true then, and by which rules? */
@Controller
@RequestMapping("/audit/{caseId}")
@PreAuthorize("hasAuthority('AUDITOR')")
class ReplayPages {
    private static final int MOST_EVENTS = 10_000;

    private final CaseReader reader;
    private final Histories histories;
    private final CaseLog log;
    private final Documents documents;
    private final Taken taken;
    private final LanePictures lanes;
    private final ClockWords clocks;
    private final MessageSource messages;
    private final ZoneId zone;

    ReplayPages(
            CaseReader reader,
            Histories histories,
            CaseLog log,
            Documents documents,
            Taken taken,
            LanePictures lanes,
            ClockWords clocks,
            MessageSource messages,
            ShaodaoSettings settings) {
        this.reader = reader;
        this.histories = histories;
        this.log = log;
        this.documents = documents;
        this.taken = taken;
        this.lanes = lanes;
        this.clocks = clocks;
        this.messages = messages;
        this.zone = settings.zone();
    }

    /**
     * A case at one moment.
     *
     * @param step which event was the last known, from 1; left out = the last of all
     * @param since after which step the changes are told; left out = those of the step itself
     * @param at an instant instead of a step, wall time of the city
     */
    @GetMapping
    String replay(
            @PathVariable UUID caseId,
            @RequestParam(required = false) @Nullable Integer step,
            @RequestParam(required = false) @Nullable Integer since,
            @RequestParam(required = false) @Nullable String at,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            @AuthenticationPrincipal Caller caller,
            Model model,
            Locale locale) {
        long last = log.last(caseId);
        CaseHeader header = reader.header(caseId, caller, last < 0 ? null : last);
        Replay replay = new Replay(log.of(caseId, last));
        LocalDateTime asked = time(given(at));
        Moment moment = asked != null
                ? replay.moment(asked.atZone(zone).toInstant())
                : replay.moment(step == null ? replay.last() : step - 1L);
        int start = since == null ? moment.version() : Math.clamp(since, 0, replay.last() + 1);
        Words words = reader.words(locale);
        StateWords said = new StateWords(words, clocks, messages, locale, zone);
        List<Line> known = Lines.of(replay.known(moment));
        List<Line> before = start == 0 ? List.of() : Lines.of(replay.known(replay.moment(start - 1L)));
        model.addAttribute("header", header);
        model.addAttribute("replay", replay);
        model.addAttribute("moment", moment);
        model.addAttribute("start", start);
        model.addAttribute("wrongTime", given(at) != null && asked == null);
        model.addAttribute("at", at);
        model.addAttribute(
                "entry",
                reader.entries(
                                header,
                                caller,
                                EntryOrder.OLDEST_FIRST,
                                moment.version() == 0 ? null : moment.version() - 1L,
                                1,
                                words)
                        .entries()
                        .getFirst());
        model.addAttribute(
                "changes",
                Change.between(before, known).stream().map(said::sentence).toList());
        model.addAttribute("rows", said.rows(Change.beside(known, Lines.of(replay.happened(moment)))));
        model.addAttribute("rules", documents.validAt(moment.at()));
        model.addAttribute("said", said);
        model.addAttribute("words", words);
        List<CaseEntry> events = histories
                .entries(caseId, EntryOrder.OLDEST_FIRST, null, MOST_EVENTS, null)
                .entries();
        model.addAttribute("events", events);
        model.addAttribute("picture", picture(replay, moment, events, locale));
        return fragment == null ? "audit/replay" : "audit/replay :: moment";
    }

    /** 哨图. As it would have been drawn then. */
    private @Nullable Picture picture(Replay replay, Moment moment, List<CaseEntry> events, Locale locale) {
        CaseFacts facts = Replay.facts(replay.known(moment));
        Recorded last = replay.log().get(moment.version());
        return facts == null
                ? null
                : lanes.of(
                        CaseHeader.of(last.caseId(), facts, last.recordedAt(), last.version()),
                        events.stream()
                                .filter(entry -> entry.version() <= moment.version())
                                .toList(),
                        moment.at(),
                        locale);
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(
            @PathVariable UUID caseId,
            @RequestParam FileFormat format,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        return taken.file(caseId, format, null, caller, locale);
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable LocalDateTime time(@Nullable String said) {
        try {
            return said == null ? null : LocalDateTime.parse(said);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
