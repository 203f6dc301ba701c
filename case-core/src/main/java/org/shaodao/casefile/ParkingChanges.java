package org.shaodao.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.shaodao.clocks.ClockKind;
import org.shaodao.clocks.Due;
import org.shaodao.clocks.DueStep;
import org.shaodao.clocks.DueStepKind;

/** 挂账. What a long stop changes. Clocks stop and go on when it is recorded (rule 9). */
final class ParkingChanges {
    private ParkingChanges() {}

    static CaseFacts after(CaseFacts facts, ParkingEvent event, Instant recordedAt) {
        return switch (event) {
            case ParkingEvent.ParkingProposed e ->
                facts.withParking(new ParkingFacts(e.by(), e.ground(), e.reviewOn(), null));
            case ParkingEvent.Parked e ->
                facts.withParking(new ParkingFacts(facts.parking().proposedBy(), e.ground(), e.reviewOn(), recordedAt))
                        .changed(
                                clock -> clock.dispatch() != null && clock.counts(),
                                clock -> clock.stopped(recordedAt));
            case ParkingEvent.ParkingReviewed e ->
                facts.withParking(facts.parking().withReviewOn(e.reviewOn()))
                        .ended(null, ClockKind.PARKING_REVIEW, recordedAt);
            case ParkingEvent.Resumed e ->
                facts.withParking(ParkingFacts.NONE)
                        .ended(null, ClockKind.PARKING_REVIEW, recordedAt)
                        .changed(ClockFacts::runs, clock -> clock.wentOn(recordedAt));
        };
    }

    static List<CaseEvent> starts(Starting start, ParkingEvent event) {
        return switch (event) {
            case ParkingEvent.ParkingProposed e -> List.of();
            case ParkingEvent.Parked e -> review(start, e.reviewOn());
            case ParkingEvent.ParkingReviewed e -> review(start, e.reviewOn());
            case ParkingEvent.Resumed e -> new Revising(start).resumed();
        };
    }

    /** A case stands still only while it is handled, here or by another: what ends that ends the stop, and what stood still. */
    static CaseFacts whileHandled(CaseFacts facts, Instant recordedAt) {
        boolean mayGoOn = facts.phase() == CasePhase.HANDLING || facts.phase() == CasePhase.MERGED;
        return mayGoOn || facts.parking().equals(ParkingFacts.NONE)
                ? facts
                : facts.withParking(ParkingFacts.NONE)
                        .lapsed(clock -> !clock.counts() || clock.kind() == ClockKind.PARKING_REVIEW, recordedAt);
    }

    /** Due with the last moment of the day. */
    private static List<CaseEvent> review(Starting start, LocalDate day) {
        Instant at = start.rules()
                .inForce()
                .calendar()
                .content()
                .instant(day.plusDays(1).atStartOfDay());
        DueStep step = new DueStep(DueStepKind.REVIEW_DAY, null, null, day, null, null);
        return start.ofTheCase(ClockKind.PARKING_REVIEW, new Due(at, false, List.of(step)));
    }
}
