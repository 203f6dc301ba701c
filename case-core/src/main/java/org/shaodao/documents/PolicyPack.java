package org.shaodao.documents;

import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.ClockKind;
import org.shaodao.clocks.Span;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Outcome;
import org.shaodao.demand.Satisfied;
import org.shaodao.demand.Solved;
import org.shaodao.demand.Stage;
import org.shaodao.demand.Urgency;

/**
 * 政策包. Every rule that differs from city to city, as data: limits, grounds, thresholds, scales. Nothing in a pack is
 * law; where a number comes from a public rule its source is named.
 *
 * @param calendar id of the calendar by which working days and hours are counted
 * @param clockSets the rule of each clock, by the code of the set
 * @param choices which set a matter runs on; the first that fits counts, the last fits everything
 * @param evidence what a final reply must bring
 * @param lateEntryGrace how much later a contact or arrival may be entered 补录 and still count when it occurred
 * @param identity for how long somebody may know who the resident is; null = {@link Identity#UNSAID}
 */
public record PolicyPack(
        String id,
        String version,
        String zh,
        String en,
        Basis basis,
        List<Source> sources,
        String calendar,
        List<WhistleKind> whistleKinds,
        Map<String, Map<ClockKind, ClockRule>> clockSets,
        List<Choice> choices,
        List<Ground> handBackGrounds,
        List<Ground> parkingGrounds,
        List<Ground> exclusionGrounds,
        List<EvidenceDemand> evidence,
        HandBack handBack,
        Extensions extensions,
        FollowUps followUps,
        Span lateEntryGrace,
        Scales scales,
        List<Rung> ladder,
        Thresholds thresholds,
        @Nullable Identity identity) {

    public PolicyPack {
        sources = List.copyOf(sources);
        whistleKinds = List.copyOf(whistleKinds);
        clockSets = Map.copyOf(clockSets);
        choices = List.copyOf(choices);
        handBackGrounds = List.copyOf(handBackGrounds);
        parkingGrounds = List.copyOf(parkingGrounds);
        exclusionGrounds = List.copyOf(exclusionGrounds);
        evidence = List.copyOf(evidence);
        ladder = List.copyOf(ladder);
    }

    /** What a pack rests on: values of our own making, a public rule it was modelled on, or the installation's own decision. */
    public enum Basis {
        DEFAULT,
        SAMPLE,
        OWN
    }

    /**
     * A public rule that a number was taken from.
     *
     * @param text what it is and how far it can be trusted
     * @param address where it was read
     */
    public record Source(String code, String text, String address) {}

    /**
     * A kind of whistle 哨种.
     *
     * @param minimumNoticeMinutes how long before the appointed time the whistle must be blown
     * @param urgent whether its clocks run around the clock
     * @param needs which stages must be held or skipped before it is blown; left out = none
     */
    public record WhistleKind(
            String code, String zh, String en, Integer minimumNoticeMinutes, Boolean urgent, List<Stage> needs) {
        public WhistleKind {
            needs = List.copyOf(needs);
        }
    }

    /**
     * When a set of clocks is chosen: every condition that is given must hold.
     *
     * @param category prefix of the category
     * @param whistleKind code of the whistle's kind; a direct dispatch has none
     */
    public record Choice(
            @Nullable String category,
            @Nullable DemandKind kind,
            @Nullable Urgency urgency,
            @Nullable String whistleKind,
            String clockSet) {
        /** Whether it fits everything. */
        public boolean unconditional() {
            return category == null && kind == null && urgency == null && whistleKind == null;
        }

        boolean fits(String ofCategory, DemandKind ofKind, Urgency ofUrgency, @Nullable String ofWhistleKind) {
            return Prefix.covers(category, ofCategory)
                    && (kind == null || kind == ofKind)
                    && (urgency == null || urgency == ofUrgency)
                    && (whistleKind == null || Objects.equals(whistleKind, ofWhistleKind));
        }
    }

    /** A ground that may be named: for handing back 退单, parking 挂账 or leaving out of appraisal 剔除. */
    public record Ground(String code, String zh, String en) {}

    /** What proves a final reply: photo 照片, document 书面材料, the resident's word 居民确认, legal basis 法律依据. */
    public enum Evidence {
        PHOTO,
        DOCUMENT,
        RESIDENT_CONFIRMATION,
        LEGAL_BASIS
    }

    /**
     * What a final reply must bring.
     *
     * @param category prefix of the categories it is demanded in; null = all
     * @param outcome the outcome it is demanded for; null = any
     * @param attached whether photos and documents must be attached as files; null = the unit's word is enough
     */
    public record EvidenceDemand(
            @Nullable String category,
            @Nullable Outcome outcome,
            List<Evidence> needs,
            @Nullable Boolean attached) {
        public EvidenceDemand {
            needs = List.copyOf(needs);
        }
    }

    /**
     * 退单.
     *
     * @param designationAfter after so many dispatches without a willing unit the district designates one 指定承办
     * @param secondRefused whether a second hand-back of the same dispatch is refused
     */
    public record HandBack(Integer designationAfter, Boolean secondRefused) {}

    /**
     * 延期.
     *
     * @param most how many a dispatch may get
     * @param longest how much time one of them may give
     */
    public record Extensions(Integer most, Span longest) {}

    /** 回访、首次联系. When a resident counts as not reached: so many attempts, on so many days, at different hours if asked for. */
    public record FollowUps(Integer leastAttempts, Integer leastDays, Boolean differentHours) {
        /** Whether attempts at these wall times are a full series; of several within one hour of the day one counts if hours are to differ. */
        public boolean enough(List<LocalDateTime> attempts) {
            long counted = differentHours
                    ? attempts.stream().map(LocalDateTime::getHour).distinct().count()
                    : attempts.size();
            long days =
                    attempts.stream().map(LocalDateTime::toLocalDate).distinct().count();
            return counted >= leastAttempts && days >= leastDays;
        }
    }

    /**
     * What each answer counts in a rate, from 0 to 1.
     *
     * @param resolution of "was it solved?"
     * @param satisfaction of "are you satisfied?"
     */
    public record Scales(Map<Solved, Double> resolution, Map<Satisfied, Double> satisfaction) {
        public Scales {
            resolution = Map.copyOf(resolution);
            satisfaction = Map.copyOf(satisfaction);
        }
    }

    /** When a rung of the ladder is reached: idle at half of the time 签而不办, missed, or a while after it was missed. */
    public enum When {
        HALFWAY_IDLE,
        MISSED,
        MISSED_PLUS
    }

    /** What a rung of the ladder consists of: a reminder 催办, a supervision order 督办, a higher level 提级. */
    public enum Measure {
        REMIND,
        SUPERVISE,
        RAISE_LEVEL
    }

    /**
     * A rung of the supervision ladder 催办、督办.
     *
     * @param clock whose time it is about
     * @param after how long after the miss; given for {@link When#MISSED_PLUS} only
     * @param opensByItself whether the product opens it, or a person decides
     * @param measure what it consists of; null = what only a person can do
     */
    public record Rung(
            String code,
            String zh,
            String en,
            When when,
            ClockKind clock,
            @Nullable Span after,
            Boolean opensByItself,
            @Nullable Measure measure) {}

    /**
     * Where indicators change their face.
     *
     * @param smallCounts below so many, counts are shown without a percentage
     * @param suppressBelow below so many, public pages show nothing
     * @param reopeningWindowDays a reopening within so many days counts against the closing
     * @param recurrenceDays a new demand of the same category and place within so many days counts as recurrence
     * @param confidence of the interval beside a rate, between 0 and 1
     */
    public record Thresholds(
            Integer smallCounts,
            Integer suppressBelow,
            Integer reopeningWindowDays,
            Integer recurrenceDays,
            Double confidence) {}

    /**
     * 身份保护. For how long somebody may know who the resident is, in minutes.
     *
     * @param cardMinutes a contact card of a unit's handler
     * @param revealMinutes a reveal to the street, the district or an auditor
     */
    public record Identity(Integer cardMinutes, Integer revealMinutes) {
        /**
         * Where a pack does not say: a working day to make an appointment, an hour to make a call. No public rule was
         * found that names a time.
         */
        public static final Identity UNSAID = new Identity(480, 60);
    }

    /**
     * The clocks a matter runs on.
     *
     * @param whistleKind code of the whistle's kind; null for a direct dispatch and for the case itself
     */
    public ClockSet clockSetFor(String category, DemandKind kind, Urgency urgency, @Nullable String whistleKind) {
        String code = choices.stream()
                .filter(choice -> choice.fits(category, kind, urgency, whistleKind))
                .map(Choice::clockSet)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "policy pack " + id + " " + version + " has no last choice that fits everything"));
        return new ClockSet(code, Objects.requireNonNull(clockSets.get(code), code));
    }

    public Optional<WhistleKind> whistleKind(String code) {
        return whistleKinds.stream().filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** Everything that a final reply with this outcome must bring. */
    public Set<Evidence> evidenceFor(String category, Outcome outcome) {
        return needs(category, outcome, demand -> true);
    }

    /** What of it must be there as a file: people's words and the law are not. */
    public Set<Evidence> attachedFor(String category, Outcome outcome) {
        Set<Evidence> files = needs(category, outcome, demand -> Boolean.TRUE.equals(demand.attached()));
        files.retainAll(EnumSet.of(Evidence.PHOTO, Evidence.DOCUMENT));
        return files;
    }

    private Set<Evidence> needs(String category, Outcome outcome, Predicate<EvidenceDemand> which) {
        Set<Evidence> needs = EnumSet.noneOf(Evidence.class);
        evidence.stream()
                .filter(which)
                .filter(demand -> Prefix.covers(demand.category(), category)
                        && (demand.outcome() == null || demand.outcome() == outcome))
                .forEach(demand -> needs.addAll(demand.needs()));
        return needs;
    }
}
