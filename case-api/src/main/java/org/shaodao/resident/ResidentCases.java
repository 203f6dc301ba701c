package org.shaodao.resident;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.access.CodeDoor;
import org.shaodao.casefile.CaseDesk;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.casefile.CaseRefusal;
import org.shaodao.casefile.DispatchFacts;
import org.shaodao.casefile.LateEntry;
import org.shaodao.casefile.LinkFacts;
import org.shaodao.casefile.OfferedSteps;
import org.shaodao.casefile.RatingFacts;
import org.shaodao.casefile.WorkFacts;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;
import org.shaodao.history.CaseHeader;
import org.shaodao.history.CaseReader;
import org.shaodao.history.CaseReader.Told;
import org.shaodao.history.EntryOrder;
import org.shaodao.history.Histories;
import org.shaodao.history.Spine;
import org.shaodao.history.Standing;
import org.shaodao.history.WhoLooked;
import org.shaodao.history.Words;
import org.shaodao.pages.PageTimes;
import org.shaodao.resident.ResidentCase.Asked;
import org.shaodao.resident.ResidentCase.Happened;
import org.shaodao.resident.ResidentCase.Offer;
import org.shaodao.resident.ResidentCase.Promise;
import org.shaodao.view.NotOlderThan;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Opens a case for its resident. Where it joined another, that one says who has it and what may be done. */
@Component
class ResidentCases {
    private static final int ENTRIES = 500;
    private static final int READINGS = 100;

    private final CaseReader reader;
    private final Histories histories;
    private final CaseDesk desk;
    private final WhoLooked looked;
    private final Outlook outlook;
    private final Story story;
    private final Rulebook rules;
    private final MessageSource messages;
    private final PageTimes times;

    ResidentCases(
            CaseReader reader,
            Histories histories,
            CaseDesk desk,
            WhoLooked looked,
            Outlook outlook,
            Story story,
            Rulebook rules,
            MessageSource messages,
            PageTimes times) {
        this.reader = reader;
        this.histories = histories;
        this.desk = desk;
        this.looked = looked;
        this.outlook = outlook;
        this.story = story;
        this.rules = rules;
        this.messages = messages;
        this.times = times;
    }

    /** For any case but the one that the caller's code opened there is no page. */
    static void requireOwn(UUID caseId, Caller caller) {
        if (!CodeDoor.opens(caller, caseId)) {
            throw new Refused(new CaseRefusal.UnknownCase());
        }
    }

    /** Where the pages of a case begin. */
    static String address(UUID caseId) {
        return "/resident/cases/" + caseId;
    }

    /** @param written what the resident has just done and must see; null = nothing */
    ResidentCase of(UUID caseId, Caller caller, @Nullable NotOlderThan written, Locale locale) {
        Words words = reader.words(locale);
        CaseHeader header = reader.header(caseId, caller, version(caseId, written));
        CaseFacts facts = facts(caseId, caller);
        UUID goesOn = survivor(caseId, facts, caller);
        CaseHeader there = goesOn.equals(caseId) ? header : reader.header(goesOn, caller, version(goesOn, written));
        CaseFacts known = goesOn.equals(caseId) ? facts : facts(goesOn, caller);
        List<Told> told =
                reader.entries(header, caller, EntryOrder.NEWEST_FIRST, null, ENTRIES, words).entries().stream()
                        .filter(Story.heardBy(caller))
                        .toList();
        String address = address(caseId);
        List<Asked> asked = asked(header, facts, told, caller, words);
        return new ResidentCase(
                header,
                now(there, known, !goesOn.equals(caseId), words),
                Spine.of(there),
                asked,
                offers(caseId, facts, goesOn, known, asked.isEmpty(), caller),
                happened(told.stream().filter(one -> one.event().equals(Story.REPLIED)), address, words),
                promises(header, told, words),
                happened(told.stream().filter(one -> !one.event().equals(Story.REPLIED)), address, words),
                rated(caseId, goesOn, known),
                looked.at(caseId, READINGS, words).stream()
                        .filter(one -> one.role() != Role.RESIDENT)
                        .toList());
    }

    private static @Nullable Long version(UUID caseId, @Nullable NotOlderThan written) {
        return written != null && written.caseId().equals(caseId) ? written.version() : null;
    }

    private CaseFacts facts(UUID caseId, Caller caller) {
        return histories
                .facts(caseId, caller.by(null), null)
                .orElseThrow(() -> new Refused(new CaseRefusal.UnknownCase()));
    }

    /** The case in which the matter goes on. */
    private UUID survivor(UUID caseId, CaseFacts facts, Caller caller) {
        Set<UUID> passed = new HashSet<>();
        UUID here = caseId;
        LinkFacts.Merged merged = facts.link().merged();
        while (merged != null && passed.add(here)) {
            here = merged.survivor().caseId();
            merged = facts(here, caller).link().merged();
        }
        return here;
    }

    private String now(CaseHeader header, CaseFacts facts, boolean joined, Words words) {
        Standing standing = Standing.of(
                header,
                histories
                        .entries(header.caseId(), EntryOrder.NEWEST_FIRST, null, ENTRIES, null)
                        .entries()
                        .reversed());
        String now = outlook.of(header, facts, standing, words);
        return joined ? text("resident.now.joined", now) : now;
    }

    private List<Happened> happened(Stream<Told> told, String address, Words words) {
        return told.map(one -> story.told(one, address, words)).toList();
    }

    private static List<Promise> promises(CaseHeader header, List<Told> told, Words words) {
        return header.commitments().stream()
                .map(promise -> new Promise(
                        words.names().unit(promise.unit()),
                        told.stream()
                                .filter(one -> one.event().equals(Story.PROMISED)
                                        && promise.number().equals(one.facts().get("commitment")))
                                .findFirst()
                                .map(one -> Story.words(one, "what"))
                                .orElse(null),
                        promise.dueOn(),
                        promise.state()))
                .toList();
    }

    private List<Asked> asked(CaseHeader header, CaseFacts facts, List<Told> told, Caller caller, Words words) {
        List<Asked> asked = new ArrayList<>();
        for (DispatchFacts dispatch : facts.dispatches().values()) {
            Set<String> open = offered(header.caseId(), facts, dispatch.number(), caller, ResidentStep.OF_A_DISPATCH);
            String unit = words.names().unit(dispatch.unit());
            if (open.contains(ResidentStep.ANSWER)) {
                asked.add(new Asked(
                        ResidentStep.ANSWER,
                        dispatch.number(),
                        text("resident.asked.answer-particulars", unit),
                        told.stream()
                                .filter(one -> one.event().equals(Story.ASKED)
                                        && dispatch.number().equals(one.facts().get("dispatch")))
                                .findFirst()
                                .map(one -> Story.words(one, "question"))
                                .orElse(null)));
            }
            WorkFacts.Pending contact = dispatch.work().lateEntries().get(LateEntry.CONTACT);
            if (contact != null && open.contains(ResidentStep.CONFIRM)) {
                asked.add(new Asked(
                        ResidentStep.CONFIRM,
                        dispatch.number(),
                        text("resident.asked.confirm-late-entry", unit, times.moment(contact.happenedAt())),
                        null));
            }
        }
        return asked;
    }

    /** Whether a step may be taken now. */
    boolean offers(UUID caseId, ResidentStep step, @Nullable Integer dispatch, Caller caller) {
        CaseFacts facts = facts(caseId, caller);
        if (dispatch != null) {
            return !offered(caseId, facts, dispatch, caller, List.of(step.name()))
                    .isEmpty();
        }
        boolean staysHere = step.name().equals(ResidentStep.WITHDRAW);
        CaseFacts known = staysHere ? facts : facts(survivor(caseId, facts, caller), caller);
        return !offered(caseId, known, null, caller, List.of(step.name())).isEmpty();
    }

    private Set<String> offered(
            UUID caseId, CaseFacts facts, @Nullable Integer dispatch, Caller caller, List<String> steps) {
        return new OfferedSteps(caseId, facts, caller.by(null), dispatch, rules).of(steps);
    }

    /** @param free whether nothing else is asked of the resident, which they would do first */
    private List<Offer> offers(
            UUID caseId, CaseFacts facts, UUID goesOn, CaseFacts known, boolean free, Caller caller) {
        Set<String> open = offered(caseId, known, null, caller, ResidentStep.OF_THE_CASE);
        boolean toBeRated = rated(caseId, goesOn, known) == null && open.contains(ResidentStep.RATE);
        List<Offer> offers = new ArrayList<>();
        notSolved(open)
                .ifPresent(step -> offers.add(offer(
                        caseId,
                        step,
                        step.equals(ResidentStep.CHASE) ? "resident.do.chase" : "resident.do.not-solved",
                        free && !toBeRated)));
        if (open.contains(ResidentStep.RATE)) {
            Offer rate = offer(caseId, ResidentStep.RATE, "resident.do.follow-up", free && toBeRated);
            offers.add(toBeRated ? 0 : offers.size(), rate);
        }
        if (open.contains(ResidentStep.SUPPLEMENT)) {
            offers.add(offer(caseId, ResidentStep.SUPPLEMENT, "resident.do.supplement", false));
        }
        if (open.contains(ResidentStep.CHASE) && !notSolved(open).equals(Optional.of(ResidentStep.CHASE))) {
            offers.add(offer(caseId, ResidentStep.CHASE, "resident.do.chase", false));
        }
        if (!offered(caseId, facts, null, caller, List.of(ResidentStep.WITHDRAW))
                .isEmpty()) {
            offers.add(offer(caseId, ResidentStep.WITHDRAW, "resident.do.withdraw", false));
        }
        return offers;
    }

    /** 还没解决. What that does depends on how far the case is: object, open it again, or urge it on. */
    private static Optional<String> notSolved(Set<String> open) {
        return Stream.of(ResidentStep.OBJECT, ResidentStep.REOPEN, ResidentStep.CHASE)
                .filter(open::contains)
                .findFirst();
    }

    private Offer offer(UUID caseId, String step, String key, boolean first) {
        String page = step.equals(ResidentStep.RATE) ? "rate" : step;
        return new Offer(text(key), address(caseId) + '/' + page, first, step.equals(ResidentStep.WITHDRAW));
    }

    /** What the resident said last, as themselves or as somebody who joined. */
    private RatingFacts.@Nullable Answers rated(UUID caseId, UUID goesOn, CaseFacts known) {
        UUID voice = goesOn.equals(caseId) ? null : desk.complainantOf(caseId);
        return known.rating().voices().stream()
                .filter(one -> Objects.equals(one.complainant(), voice))
                .findFirst()
                .map(RatingFacts.Voice::latest)
                .orElse(null);
    }

    private String text(String key, Object... said) {
        return Objects.requireNonNull(messages.getMessage(key, said, LocaleContextHolder.getLocale()));
    }
}
