package org.shaodao.sla;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.view.UpTo;

/**
 * Some of the cases behind a number, the latest first.
 *
 * @param next where the following page begins; null = this was the last
 */
public record CountedPage(List<CountedCase> cases, @Nullable CountedCursor next) {
    /** A row before anybody looked at its case. */
    record Found(UpTo upTo, CountedCase row) {
        CountedCursor place() {
            return new CountedCursor(row.at(), upTo.caseId(), row.item());
        }

        /** @param visible which cases the reader may know of */
        CountedCase told(CaseFacts facts, Predicate<CaseFacts> visible) {
            return visible.test(facts)
                    ? row.with(
                            upTo.caseId(),
                            facts.demand().number(),
                            facts.demand().subject())
                    : row.with(null, null, null);
        }
    }
}
