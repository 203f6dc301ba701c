package org.shaodao.sla;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.view.UpTo;
import org.shaodao.view.Views;

/**
 * Some of the cases behind a number, the latest first.
 *
 * @param next where the following page begins; null = this was the last
 */
public record CountedPage(List<CountedCase> cases, @Nullable CountedCursor next) {
    /**
     * Of rows of which there is one more than the page holds, if there is a next one.
     *
     * @param visible which cases the reader may know of
     */
    static CountedPage of(List<Found> found, int limit, Predicate<CaseFacts> visible, Views views) {
        List<Found> page = found.stream().limit(limit).toList();
        return new CountedPage(
                views.tell(page, Found::upTo, (row, facts) -> row.told(facts, visible)),
                found.size() > limit ? page.getLast().place() : null);
    }

    /** A row that nobody looked at the case of. */
    record Found(UpTo upTo, CountedCase row) {
        private CountedCursor place() {
            return new CountedCursor(row.at(), upTo.caseId(), row.item());
        }

        private CountedCase told(CaseFacts facts, Predicate<CaseFacts> visible) {
            return visible.test(facts)
                    ? row.with(
                            upTo.caseId(),
                            facts.demand().number(),
                            facts.demand().subject())
                    : row.with(null, null, null);
        }
    }
}
