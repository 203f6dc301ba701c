package org.shaodao.parts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form as it is shown.
 *
 * @param needed whether it must be filled in whatever else is said
 * @param most how many characters it takes; null = not said
 * @param hint what helps to fill it in; null = nothing
 * @param values what stands in it
 * @param error what is wrong with it, in words; null = nothing known
 */
public record Field(
        String name,
        Kind kind,
        String label,
        boolean needed,
        @Nullable Integer most,
        @Nullable String hint,
        List<Choice> choices,
        List<String> values,
        @Nullable String error) {
    /** How it is filled in. */
    public enum Kind {
        /** One line. */
        TEXT,
        /** As many lines as needed. */
        WORDS,
        /** One of several. */
        CHOICE,
        /** Any of several. */
        CHOICES,
        YES_NO,
        DAY,
        MOMENT,
        /** Files that are uploaded as they are chosen; their tickets are sent. */
        FILES
    }

    /** What stands in it, where that is one thing. */
    public String value() {
        return values.isEmpty() ? "" : values.getFirst();
    }
}
