package org.shaodao.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.casefile.Sample;

/** What is known of a case is the same whether somebody remembers it or its events are read again. */
class KnownCasesTest {
    private final List<Recorded> log = new ArrayList<>();
    private final List<Map<UUID, Long>> asked = new ArrayList<>();
    private final KnownCases known = new KnownCases(this::read);

    private List<Recorded> read(Map<UUID, Long> versions) {
        asked.add(versions);
        return log.stream()
                .filter(event -> event.version() <= versions.getOrDefault(event.caseId(), -1L))
                .toList();
    }

    @Test
    void what_was_worked_out_of_an_event_is_not_worked_out_again() {
        Recorded raised = new Recorded(Sample.CASE, 0, Sample.MORNING, Sample.raised());

        CaseFacts facts = known.after(null, raised);

        assertThat(facts).isNotNull();
        assertThat(known.after(null, raised)).isSameAs(facts);
        assertThat(known.upTo(Map.of(Sample.CASE, 0L)).get(Sample.CASE)).isSameAs(facts);
        assertThat(asked).isEmpty();
    }

    @Test
    void forgotten_facts_are_found_in_the_log_once_each_at_its_version() {
        Map<UUID, Long> versions = new HashMap<>();
        Map<UpTo, CaseFacts> expected = new HashMap<>();
        KnownCases worker = new KnownCases(nothing -> List.of());
        Map<UUID, CaseFacts> before = new HashMap<>();
        for (RandomCases.Step step : new RandomCases(7, 5).steps(60)) {
            step.events().forEach(event -> {
                long version = versions.merge(step.caseId(), 0L, (old, zero) -> old + 1);
                Recorded next = new Recorded(step.caseId(), version, Instant.ofEpochSecond(log.size()), event);
                log.add(next);
                CaseFacts after = worker.after(before.get(step.caseId()), next);
                before.put(step.caseId(), after);
                expected.put(new UpTo(step.caseId(), version), after);
            });
        }
        assertThat(expected).hasSizeGreaterThan(50);

        expected.forEach((upTo, facts) -> assertThat(known.upTo(Map.of(upTo.caseId(), upTo.version())))
                .isEqualTo(facts == null ? Map.of() : Map.of(upTo.caseId(), facts)));
        int reads = asked.size();
        assertThat(known.upTo(versions)).hasSize((int)
                before.values().stream().filter(facts -> facts != null).count());

        assertThat(asked).hasSize(reads);
    }

    @Test
    void a_case_of_which_nothing_was_raised_is_missing() {
        UUID unknown = UUID.randomUUID();

        assertThat(known.upTo(Map.of(unknown, 3L))).isEmpty();
    }
}
