package org.shaodao.sla;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.sla.Measure.Finding;
import org.shaodao.sla.Measure.Key;

/** Everything that a case contributes as it stands: a pure function, so that whatever corrects a case corrects the past. */
final class Measures {
    private static final Comparator<Key> ORDER =
            Comparator.comparing(Key::count).thenComparing(Key::item);

    private Measures() {}

    static Map<Key, Measure> of(@Nullable CaseFacts facts, Course course, Yardsticks yardsticks) {
        Map<Key, Measure> measures = new TreeMap<>(ORDER);
        if (facts != null) {
            Matter matter = Matter.of(facts.demand());
            boolean excluded = CaseMeasures.excluded(facts);
            Stream.of(
                            ClockMeasures.of(facts, course),
                            DisputeMeasures.of(facts, course, yardsticks),
                            RatingMeasures.of(facts, course),
                            CaseMeasures.of(facts, course, yardsticks))
                    .flatMap(findings -> findings)
                    .map((Finding finding) -> finding.of(matter, excluded))
                    .forEach(measure -> measures.put(measure.key(), measure));
        }
        return measures;
    }
}
