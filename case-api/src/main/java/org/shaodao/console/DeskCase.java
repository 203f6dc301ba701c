package org.shaodao.console;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.ClockPreviews.Promise;
import org.shaodao.disputes.PrecedentRow;
import org.shaodao.history.CaseHeader;
import org.shaodao.history.CaseReader.Told;
import org.shaodao.lanes.Picture;
import org.shaodao.parts.Form;

/**
 * One case as a desk shows it.
 *
 * @param waiting what waits in it
 * @param told what happened, the first first
 * @param offers the steps that may be taken here
 * @param form the form that is open; null = none
 * @param suggestions whom to call, while somebody is to be called
 * @param clocks which would start, while somebody is to be called
 * @param precedents rulings on matters of the same kind, while a dispute is open
 * @param picture 哨图
 * @param sent the form that was just sent and taken; null = none
 */
public record DeskCase(
        CaseHeader header,
        List<ConsoleRow> waiting,
        List<Told> told,
        List<Offer> offers,
        @Nullable Form form,
        List<Suggested> suggestions,
        List<Promise> clocks,
        List<PrecedentRow> precedents,
        Picture picture,
        @Nullable String sent) {
    private static final int LATEST = 6;

    /** A step that may be taken, with the address of its form. */
    public record Offer(String text, String href, boolean current) {}

    /** A unit that might be called, and why. */
    public record Suggested(
            String unit,
            boolean leads,
            String reason,
            @Nullable String source) {}

    /** What the resident said, in the order they said it. */
    public List<Told> demand() {
        return of("casefile.raised", "casefile.supplemented", "casefile.objection-raised")
                .toList();
    }

    /** What units answered, and what was seen on the spot. */
    public List<Told> evidence() {
        return of("casefile.replied", "casefile.arrived", "casefile.spot-checked")
                .toList();
    }

    /** The disputes that are open, by their dispatch. */
    public List<ConsoleRow> disputes() {
        return waiting.stream()
                .filter(row -> row.waiting() == Waiting.RULING || row.waiting() == Waiting.HAND_BACK_ANSWER)
                .toList();
    }

    /** What the unit that handed back says. */
    public List<Told> unitSays(int dispatch) {
        return about(dispatch, "casefile.handed-back");
    }

    /** What the street says, and why it called. */
    public List<Told> streetSays(int dispatch) {
        return Stream.concat(of("casefile.whistle-blown"), about(dispatch, "casefile.hand-back-refused").stream())
                .toList();
    }

    /** What the suggested unit says. */
    public List<Told> othersSay(int dispatch) {
        return about(dispatch, "casefile.heard");
    }

    /** The last that happened, the last first. */
    public List<Told> latest() {
        return told.reversed().stream()
                .filter(one -> !one.event().equals("casefile.clocks-started"))
                .limit(LATEST)
                .toList();
    }

    private List<Told> about(int dispatch, String event) {
        return of(event)
                .filter(one -> Objects.equals(String.valueOf(one.facts().get("dispatch")), String.valueOf(dispatch)))
                .toList();
    }

    private Stream<Told> of(String... events) {
        List<String> wanted = List.of(events);
        return told.stream().filter(one -> wanted.contains(one.event()));
    }
}
