package org.shaodao.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.shaodao.clocks.DueStep;

/**
 * One thing that is so in a case.
 *
 * @param field what it is called, within its item
 */
record Line(Item item, String field, Value value) {

    /** What is said, to be put into words of any language. */
    sealed interface Value {}

    /** One of several choices; {@code family} is the beginning of the message key that names it. */
    record Code(String family, String code) implements Value {}

    /** A unit, by its code. */
    record OfUnit(String code) implements Value {}

    /** A place, by its code. */
    record OfPlace(String code) implements Value {}

    /** A category, by its code. */
    record OfCategory(String code) implements Value {}

    /** Somebody, by the id of their account or what their office calls them. */
    record Person(String id) implements Value {}

    record At(Instant at) implements Value {}

    record Day(LocalDate day) implements Value {}

    /**
     * When a clock is due.
     *
     * @param why how that was found
     * @param by the documents that it was found by
     */
    record DueAt(Instant at, List<DueStep> why, List<Named> by) implements Value {}

    /** It is so. */
    record Yes() implements Value {}

    /** A number, an opaque id, or anything else that is read as it stands. */
    record Text(String text) implements Value {}

    /** Several. */
    record Many(List<Value> values) implements Value {}
}
