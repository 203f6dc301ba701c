package org.shaodao.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.ClockFacts;
import org.shaodao.disputes.PrecedentRow;
import org.shaodao.history.CaseHeader;
import org.shaodao.history.CaseReader.Text;
import org.shaodao.history.CaseReader.Told;
import org.shaodao.parts.Form;

/**
 * One dispatch as it is shown beside the list.
 *
 * @param words what the resident said, why the whistle was blown, what the unit is to do: those that the history read has
 * @param clocks of the dispatch and running, the first due first
 * @param actions what the reader may do now
 * @param step the one whose form is open; null = none
 * @param precedents rulings about the like of it, for whoever hands back
 * @param recent the last that happened
 * @param meanwhile what others did since the form was opened
 * @param taken the step that was just taken; null = none
 */
record Detail(
        ShownRow shown,
        CaseHeader header,
        List<Text> words,
        List<ClockFacts> clocks,
        List<Action> actions,
        @Nullable String step,
        @Nullable Form form,
        List<PrecedentRow> precedents,
        List<Told> recent,
        List<Told> meanwhile,
        @Nullable String taken) {
    /**
     * A step the reader may take.
     *
     * @param href opens its form
     * @param letter the key that opens it; null = none
     */
    record Action(
            String step,
            String href,
            boolean primary,
            @Nullable String letter) {}
}
