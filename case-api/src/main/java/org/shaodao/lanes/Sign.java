package org.shaodao.lanes;

import java.util.Map;
import java.util.Optional;
import org.shaodao.clocks.ClockKind;
import org.shaodao.history.CaseEntry;

/** What stands on a lane. Events that are no sign stand in the history alone. */
public enum Sign {
    RAISED("●", "now"),
    SENT("●", "now"),
    ACKNOWLEDGED("✓", "done"),
    ACCEPTED("✓", "done"),
    CONTACTED("✓", "done"),
    TRIED("○", "due"),
    ARRIVED("▲", "done"),
    LEFT("△", "parked"),
    INTERIM("●", "now"),
    REPLIED("●", "done"),
    RELEASED("○", "done"),
    HANDED_BACK("⟲", "disputed"),
    ANSWERED("⚖", "disputed"),
    RULED("⚖", "disputed"),
    DESIGNATED("⚖", "disputed"),
    REWORK("⟲", "due"),
    EXTENDED("┊", "due"),
    REMINDED("!", "due"),
    SUPERVISED("!", "missed"),
    MISSED("✗", "missed"),
    CHASED("!", "due"),
    PARKED("–", "parked"),
    RESUMED("●", "now"),
    VERIFIED("○", "done"),
    FOLLOWED_UP("○", "done"),
    CLOSED("■", "done"),
    REOPENED("⟲", "due"),
    WITHDRAWN("–", "parked"),
    MERGED("–", "parked");

    private static final Map<String, Sign> BY_EVENT = Map.ofEntries(
            Map.entry("casefile.raised", RAISED),
            Map.entry("casefile.dispatched", SENT),
            Map.entry("casefile.taken-on", SENT),
            Map.entry("casefile.acknowledged", ACKNOWLEDGED),
            Map.entry("casefile.accepted", ACCEPTED),
            Map.entry("casefile.deemed-accepted", ACCEPTED),
            Map.entry("casefile.arrived", ARRIVED),
            Map.entry("casefile.left", LEFT),
            Map.entry("casefile.released", RELEASED),
            Map.entry("casefile.handed-back", HANDED_BACK),
            Map.entry("casefile.hand-back-agreed", ANSWERED),
            Map.entry("casefile.hand-back-refused", ANSWERED),
            Map.entry("casefile.dispute-ruled", RULED),
            Map.entry("casefile.designated", DESIGNATED),
            Map.entry("casefile.rework-ordered", REWORK),
            Map.entry("casefile.extension-granted", EXTENDED),
            Map.entry("casefile.reminded", REMINDED),
            Map.entry("casefile.supervision-ordered", SUPERVISED),
            Map.entry("casefile.deadline-missed", MISSED),
            Map.entry("casefile.chased", CHASED),
            Map.entry("casefile.parked", PARKED),
            Map.entry("casefile.resumed", RESUMED),
            Map.entry("casefile.verified", VERIFIED),
            Map.entry("casefile.followed-up", FOLLOWED_UP),
            Map.entry("casefile.closed", CLOSED),
            Map.entry("casefile.reopened", REOPENED),
            Map.entry("casefile.withdrawn", WITHDRAWN),
            Map.entry("casefile.merged-into", MERGED));

    private final String icon;
    private final String tone;

    Sign(String icon, String tone) {
        this.icon = icon;
        this.tone = tone;
    }

    static Optional<Sign> of(CaseEntry entry) {
        return switch (entry.event()) {
            case "casefile.contacted" ->
                Optional.of("REACHED".equals(entry.facts().get("contactResult")) ? CONTACTED : TRIED);
            case "casefile.replied" -> Optional.of("FINAL".equals(entry.facts().get("kind")) ? REPLIED : INTERIM);
            default -> Optional.ofNullable(BY_EVENT.get(entry.event()));
        };
    }

    /** The clock that it ends; empty if none. */
    Optional<ClockKind> ends() {
        return switch (this) {
            case ACKNOWLEDGED -> Optional.of(ClockKind.ACKNOWLEDGEMENT);
            case CONTACTED -> Optional.of(ClockKind.FIRST_CONTACT);
            case ARRIVED -> Optional.of(ClockKind.ARRIVAL);
            case REPLIED -> Optional.of(ClockKind.HANDLING);
            case RAISED,
                    SENT,
                    ACCEPTED,
                    TRIED,
                    LEFT,
                    INTERIM,
                    RELEASED,
                    HANDED_BACK,
                    ANSWERED,
                    RULED,
                    DESIGNATED,
                    REWORK,
                    EXTENDED,
                    REMINDED,
                    SUPERVISED,
                    MISSED,
                    CHASED,
                    PARKED,
                    RESUMED,
                    VERIFIED,
                    FOLLOWED_UP,
                    CLOSED,
                    REOPENED,
                    WITHDRAWN,
                    MERGED -> Optional.empty();
        };
    }

    /** One character. */
    public String icon() {
        return icon;
    }

    /** The end of the name of a CSS class. */
    public String tone() {
        return tone;
    }
}
