package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.LinkCalls.id;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.IntakeEvent;
import org.shaodao.casefile.LinkEvent;
import org.shaodao.fact.Role;

/** 并案拆单. Two cases are changed together or not at all, whoever else is at them. */
class MergeOverHttpTest {
    private static final int REPETITIONS = 15;

    private final Town town = Town.shared();

    @Test
    void both_streams_are_written_by_one_request_and_a_repeated_request_writes_nothing() {
        String duplicate = town.whistled();
        String survivor = town.whistled();

        for (int i = 0; i < 2; i++) {
            Answer answer = town.street()
                    .header("Idempotency-Key", "merge-" + id(duplicate))
                    .post(duplicate + "/merge", Map.of("survivor", id(survivor)));
            assertThat(Town.accepted(answer).get("version").asInt())
                    .isEqualTo(events(duplicate).size() - 1);
        }

        assertThat(events(duplicate)).filteredOn(LinkEvent.class::isInstance).hasSize(1);
        assertThat(events(survivor)).filteredOn(LinkEvent.class::isInstance).hasSize(1);
        assertThat(merge(town.whistled(), duplicate).code()).isEqualTo("survivor-ended");
    }

    @Test
    void a_refused_half_leaves_the_other_unwritten() {
        String duplicate = town.whistled();
        int before = events(duplicate).size();

        assertThat(merge(duplicate, town.closed()).code()).isEqualTo("survivor-ended");
        assertThat(merge(duplicate, duplicate).code()).isEqualTo("same-case");
        assertThat(merge(duplicate, Town.CASES + "/01890000-0000-7000-8000-00000000dead")
                        .code())
                .isEqualTo("unknown-case");

        assertThat(events(duplicate)).hasSize(before);
    }

    @Test
    void of_two_cases_that_join_each_other_at_the_same_moment_exactly_one_joins() throws Exception {
        for (int i = 0; i < REPETITIONS; i++) {
            List<String> cases = List.of(town.raised(), town.raised());

            List<Answer> answers = Town.atOnce(2, n -> merge(cases.get(n), cases.get(1 - n)));

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
            assertThat(merged(cases)).hasSize(1);
        }
    }

    @Test
    void in_a_ring_of_three_at_least_one_case_goes_on_and_every_half_has_its_other() throws Exception {
        for (int i = 0; i < REPETITIONS; i++) {
            List<String> cases = List.of(town.raised(), town.raised(), town.raised());

            List<Answer> answers = Town.atOnce(3, n -> merge(cases.get(n), cases.get((n + 1) % 3)));

            assertThat(answers).extracting(Answer::status).isSubsetOf(200, 409).contains(200);
            long joined = cases.stream()
                    .flatMap(each -> events(each).stream())
                    .filter(LinkEvent.DuplicateJoined.class::isInstance)
                    .count();
            assertThat(merged(cases)).hasSize((int) joined).hasSizeLessThan(3);
        }
    }

    @Test
    void another_street_merges_with_the_consent_of_the_one_that_runs_the_case() {
        town.register(
                "merging",
                List.of(Map.of("code", "merging-street", "kind", "STREET", "zh", "邻街道", "en", "Next Street")));
        var neighbour = town.with(Role.STREET, "merging-street");
        String theirs = Town.CASES
                + '/'
                + Town.accepted(neighbour.post(Town.CASES, Town.demand()))
                        .get("caseId")
                        .asString();
        String ours = town.raised();

        assertThat(neighbour
                        .post(ours + "/merge", Map.of("survivor", id(theirs)))
                        .status())
                .isEqualTo(404);
        Town.accepted(town.street().post(ours + "/merge-consents", Map.of("other", id(theirs))));
        Town.accepted(neighbour.post(ours + "/merge", Map.of("survivor", id(theirs))));
    }

    @Test
    void a_part_is_a_case_of_the_same_resident_raised_when_the_whole_was() {
        String whole = town.whistled();

        var part = Town.accepted(town.street().post(whole + "/splits", LinkCalls.part()));

        String address = Town.CASES + '/' + part.get("caseId").asString();
        IntakeEvent.Raised of = (IntakeEvent.Raised) events(whole).getFirst();
        IntakeEvent.Raised raised = (IntakeEvent.Raised) events(address).getFirst();
        assertThat(raised.complainant()).isEqualTo(of.complainant());
        assertThat(raised.occurredAt()).isEqualTo(of.occurredAt());
        assertThat(raised.number()).isEqualTo(part.get("number").asString());
        assertThat(events(address)).hasAtLeastOneElementOfType(LinkEvent.SplitFrom.class);
        assertThat(events(whole)).hasAtLeastOneElementOfType(LinkEvent.SplitOff.class);
    }

    private Answer merge(String duplicate, String survivor) {
        return town.street().post(duplicate + "/merge", Map.of("survivor", id(survivor)));
    }

    private List<String> merged(List<String> cases) {
        return cases.stream()
                .filter(each -> events(each).stream().anyMatch(LinkEvent.MergedInto.class::isInstance))
                .toList();
    }

    private List<CaseEvent> events(String address) {
        List<CaseEvent> events = new ArrayList<>();
        for (var stored = town.product().bean(EventStore.class).readEvents(id(address)); stored.hasNext(); ) {
            DomainEventMessage<?> event = stored.next();
            events.add((CaseEvent) event.getPayload());
        }
        return events;
    }
}
