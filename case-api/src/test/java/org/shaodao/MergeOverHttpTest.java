package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.LinkCalls.id;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.RunningProduct.Session;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.IntakeEvent;
import org.shaodao.casefile.LinkEvent;
import org.shaodao.casefile.RatingEvent;
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

    @Test
    void whom_the_whole_protects_its_part_protects_and_who_is_known_there_is_known_here() {
        Map<String, Object> demand = Town.but(Town.but(Town.demand(), "name", "王女士"), "phone", "13800000001");
        demand = Town.but(Town.but(demand, "confidential", true), "about", Town.WATER);
        String whole = Town.CASES
                + '/'
                + Town.accepted(town.street().post(Town.CASES, demand))
                        .get("caseId")
                        .asString();
        Town.accepted(town.street().post(whole + "/recusal", Map.of("reason", "涉及本街道。")));

        var part = Town.accepted(town.district().post(whole + "/splits", LinkCalls.part()));

        String address = Town.CASES + '/' + part.get("caseId").asString();
        IntakeEvent.Raised raised = (IntakeEvent.Raised) events(address).getFirst();
        assertThat(raised.confidential()).isTrue();
        assertThat(raised.about()).isEqualTo(Town.WATER);
        assertThat(raised.name()).isNotNull();
        assertThat(raised.phone()).isNotNull();
        assertThat(events(address)).hasAtLeastOneElementOfType(IntakeEvent.Recused.class);
        assertThat(town.street().get(address).status()).isEqualTo(404);
        var supervisor = town.district().header("Shaodao-Officer", "supervisor-1");
        int version = Town.version(supervisor.post(address + "/identity-reveals", IdentityCalls.PURPOSE));
        var known = Town.accepted(supervisor.get(address + "/contact-card?minVersion=" + version));
        assertThat(known.get("name").asString()).isEqualTo("王女士");
        assertThat(known.get("phone").asString()).isEqualTo("13800000001");
    }

    @Test
    void a_part_of_a_transferred_case_is_run_by_the_street_that_runs_the_whole_now() {
        String whole = town.raised();
        Town.accepted(
                town.district().post(whole + "/transfer", Map.of("street", Town.OTHER_STREET, "reason", "实际在进学街道。")));

        var part = Town.accepted(town.with(Role.STREET, Town.OTHER_STREET).post(whole + "/splits", LinkCalls.part()));

        String address = Town.CASES + '/' + part.get("caseId").asString();
        assertThat(((IntakeEvent.Raised) events(address).getFirst()).street()).isEqualTo(Town.OTHER_STREET);
    }

    @Test
    void who_joined_speaks_for_themselves_with_the_code_of_their_own_case() {
        String duplicate = town.raised();
        String survivor = town.replied();
        Town.accepted(merge(duplicate, survivor));
        Session neighbour = town.resident(duplicate);

        Answer chased = neighbour.post(duplicate + "/chases", Map.of("words", "我家也冷。"));
        assertThat(Town.accepted(chased).get("caseId").asString()).isEqualTo(id(survivor));
        IntakeEvent.Chased chase = (IntakeEvent.Chased) events(survivor).getLast();
        IntakeEvent.Raised joined = (IntakeEvent.Raised) events(duplicate).getFirst();
        assertThat(Objects.requireNonNull(chase.words()).keyId()).isEqualTo(joined.complainant());

        Town.accepted(town.street().post(survivor + "/verification", Map.of("basis", "ON_SITE")));
        Map<String, Object> unsolved = Map.of("result", "REACHED", "solved", "NO", "satisfied", "NO", "words", "还冷。");
        Town.accepted(neighbour.post(duplicate + "/follow-ups", unsolved));
        Town.accepted(town.resident(survivor).post(survivor + "/follow-ups", Town.followUp()));
        assertThat(events(survivor))
                .filteredOn(RatingEvent.FollowedUp.class::isInstance)
                .extracting(event -> ((RatingEvent.FollowedUp) event).complainant())
                .containsExactly(joined.complainant(), null);

        assertThat(neighbour
                        .post(duplicate + "/withdrawal", Map.of("how", "OWN_CODE"))
                        .code())
                .as("a demand that joined another is not withdrawn with it")
                .isEqualTo("wrong-phase");
    }

    @Test
    void a_case_joins_no_other_that_protects_its_resident_less() {
        String survivor = town.whistled();
        for (Map<String, Object> protecting : List.of(
                Town.but(Town.demand(), "confidential", true), Town.but(Town.demand(), "about", Town.HEATING))) {
            String duplicate = Town.CASES
                    + '/'
                    + Town.accepted(town.street().post(Town.CASES, protecting))
                            .get("caseId")
                            .asString();
            ProblemAnswer.of(merge(duplicate, survivor)).is(409, "less-protected");
        }
        String recused = town.raised();
        Town.accepted(town.street().post(recused + "/recusal", Map.of("reason", "涉及本街道。")));
        ProblemAnswer.of(town.district().post(recused + "/merge", Map.of("survivor", id(survivor))))
                .is(409, "less-protected");
    }

    @Test
    void who_called_twice_is_one_complainant_and_a_retry_after_the_merge_does_not_act_twice() {
        Map<String, Object> demand = Town.but(Town.demand(), "phone", "13800000002");
        List<String> calls = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            calls.add(Town.CASES
                    + '/'
                    + Town.accepted(town.street().post(Town.CASES, demand))
                            .get("caseId")
                            .asString());
        }
        Session resident = town.resident(calls.getFirst()).header("Idempotency-Key", "chased-once");
        int chased = Town.version(resident.post(calls.getFirst() + "/chases", Map.of()));
        Town.accepted(merge(calls.getFirst(), calls.getLast()));

        assertThat(Town.version(resident.post(calls.getFirst() + "/chases", Map.of())))
                .isEqualTo(chased);
        assertThat(events(calls.getLast())).noneMatch(IntakeEvent.Chased.class::isInstance);
        Town.accepted(town.resident(calls.getLast()).post(calls.getLast() + "/withdrawal", Map.of("how", "OWN_CODE")));
    }

    @Test
    void nobody_speaks_for_a_neighbour_but_an_office_that_asked_them() {
        String duplicate = town.raised();
        String survivor = town.replied();
        Town.accepted(merge(duplicate, survivor));
        Town.accepted(town.street().post(survivor + "/verification", Map.of("basis", "ON_SITE")));
        UUID neighbour = ((IntakeEvent.Raised) events(duplicate).getFirst()).complainant();
        Map<String, Object> answers = Town.but(Town.but(Town.followUp(), "complainant", neighbour), "words", "好了。");

        ProblemAnswer.of(town.resident(survivor).post(survivor + "/follow-ups", answers))
                .is(422, "not-a-complainant");
        ProblemAnswer.of(town.district()
                        .post(survivor + "/follow-ups", Town.but(answers, "complainant", UUID.randomUUID())))
                .is(422, "not-a-complainant");
        Town.accepted(town.district().post(survivor + "/follow-ups", answers));
        RatingEvent.FollowedUp asked = (RatingEvent.FollowedUp) events(survivor).stream()
                .filter(RatingEvent.FollowedUp.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(Objects.requireNonNull(asked.words()).keyId()).isEqualTo(neighbour);
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
