package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.RunningProduct.Session;
import org.shaodao.fact.Role;

/** A step that the case or its rules do not allow is refused with the rule and its facts. */
class RefusedStepsTest {
    private final Town town = Town.shared();

    @Test
    void an_unknown_case_is_not_found_whatever_is_asked_of_it() {
        String nowhere = Town.CASES + '/' + UUID.randomUUID();
        for (Answer answer : List.of(
                town.street().get(nowhere),
                town.street().get(nowhere + "/history"),
                town.street().post(nowhere + "/whistles", Town.whistle()),
                town.heating().post(nowhere + "/dispatches/1/acknowledgement", null),
                town.street().post(nowhere + "/closure", Map.of()))) {
            ProblemAnswer.of(answer).is(404, "unknown-case").says("There is no such case, or you may not know of it.");
        }
    }

    @Test
    void a_case_of_others_looks_like_one_that_does_not_exist() {
        String address = town.whistled();
        for (Answer answer : List.of(
                town.urban().get(address),
                town.urban().get(address + "/history"),
                town.urban().post(address + "/dispatches/1/acknowledgement", null),
                town.urban().post(address + "/closure", Map.of()))) {
            ProblemAnswer.of(answer).is(404, "unknown-case");
        }
    }

    @Test
    void another_units_dispatch_is_not_mine_to_acknowledge() {
        Answer refused = town.heating().post(town.whistled() + "/dispatches/2/acknowledgement", null);

        ProblemAnswer.of(refused)
                .is(403, "not-your-dispatch")
                .says("Dispatch 2 belongs to Housing Bureau, not to your unit.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 3, Integer.MAX_VALUE})
    void a_dispatch_that_was_never_sent_is_not_found(int dispatch) {
        Answer refused = town.heating().post(town.whistled() + "/dispatches/" + dispatch + "/acknowledgement", null);

        ProblemAnswer.of(refused).is(404, "unknown-dispatch");
        assertThat(refused.json().get("facts").get("dispatch").asInt()).isEqualTo(dispatch);
    }

    @Test
    void a_time_before_the_case_is_refused() {
        Answer refused = town.heating()
                .post(town.whistled() + "/dispatches/1/acknowledgement", Map.of("occurredAt", "2020-01-01T00:00:00Z"));

        ProblemAnswer.of(refused).is(422, "before-the-case");
        assertThat(refused.json().get("detail").asString())
                .startsWith("The time given, 1 Jan 2020 08:00, is before the demand was raised, ");
    }

    @ParameterizedTest
    @CsvSource({"category, heating/no-such", "place, linxi/nowhere", "street, nobody", "street, linxi-heating"})
    void an_unknown_code_is_refused_by_field_and_value(String field, String value) {
        Answer refused = town.district()
                .post(Town.CASES, Town.but(Town.but(Town.demand(), "street", Town.STREET), field, value));

        ProblemAnswer.of(refused)
                .is(422, "unknown-code")
                .says("\"%s\" is not a registered and active code (field %s).".formatted(value, field));
    }

    @Test
    void a_refused_demand_leaves_its_outside_number_to_the_next() {
        Map<String, Object> demand = Town.but(
                Town.demand(),
                "outside",
                Map.of("source", "city-hotline", "number", UUID.randomUUID().toString()));
        ProblemAnswer.of(town.street().post(Town.CASES, Town.but(demand, "phone", "- - - -")))
                .is(400, "invalid-fields");
        Map<String, Object> named = Town.but(demand, "street", "huayuan");
        ProblemAnswer.of(town.heating().post(Town.CASES, named)).is(403, "role-may-not");

        assertThat(town.street().post(Town.CASES, demand).status()).isEqualTo(201);
    }

    @Test
    void whoever_may_not_know_of_a_case_learns_nothing_of_it_by_guessing_versions() throws Exception {
        String address = town.whistled();
        String nowhere = Town.CASES + "/00000000-0000-4000-8000-000000000000";

        List<Callable<Answer>> guesses = new ArrayList<>();
        for (String guessed : List.of("0", "3", "999")) {
            Session stranger = town.urban().header("If-Match", '"' + guessed + '"');
            guesses.add(() -> stranger.post(address + "/dispatches/1/acknowledgement", null));
            for (String hidden : List.of(address, nowhere)) {
                guesses.add(() -> town.urban().get(hidden + "?minVersion=" + guessed));
                guesses.add(() -> town.urban().get(hidden + "/history?minVersion=" + guessed));
            }
        }
        // Side by side: each waits a while for a version that does not come.
        try (ExecutorService side = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> answer : side.invokeAll(guesses)) {
                ProblemAnswer.of(answer.get()).is(404, "unknown-case");
            }
        }
        ProblemAnswer.of(town.heating().get(address + "?minVersion=999")).is(503, "view-behind");
    }

    @Test
    void an_offices_system_names_the_officer_who_verifies() {
        String address = town.whistled();
        Town.accepted(town.heating().post(address + "/dispatches/1/replies", Town.finalReply()));
        Town.accepted(town.housing().post(address + "/dispatches/2/replies", Town.finalReply()));
        Session system = town.with(Role.STREET, "huayuan");
        Map<String, Object> verification = Map.of("basis", "ON_SITE");

        ProblemAnswer.of(system.post(address + "/verification", verification))
                .is(400, "invalid-fields")
                .field("Shaodao-Officer", "needed", "must be given.");
        Town.accepted(system.header("Shaodao-Officer", "officer-3").post(address + "/verification", verification));
    }

    @Test
    void an_outside_number_stands_for_one_case_only() {
        String number = UUID.randomUUID().toString();
        Map<String, Object> demand =
                Town.but(Town.demand(), "outside", Map.of("source", "city-hotline", "number", number));
        Session street = town.street().header("Idempotency-Key", number);
        Answer first = street.post(Town.CASES, demand);
        assertThat(first.status()).isEqualTo(201);

        Answer refused = town.street().post(Town.CASES, demand);

        ProblemAnswer.of(refused).is(409, "outside-number-taken");
        assertThat(refused.json().get("facts").get("number").asString()).isEqualTo(number);
        assertThat(street.post(Town.CASES, demand).response().body())
                .as("a repetition is no second case")
                .isEqualTo(first.response().body());
    }

    @Test
    void an_unknown_unit_cannot_be_called() {
        ProblemAnswer.of(whistle("calls", List.of(Town.call("linxi-nobody", "LEAD"))))
                .is(422, "unknown-code")
                .says("\"linxi-nobody\" is not a registered and active code (field unit).");
    }

    @Test
    void a_street_does_not_call_itself_and_nobody_is_called_twice() {
        ProblemAnswer.of(whistle("calls", List.of(Town.call(Town.STREET, "LEAD"))))
                .is(422, "own-unit");
        ProblemAnswer.of(whistle(
                        "calls", List.of(Town.call(Town.HEATING, "LEAD"), Town.call(Town.HEATING, "ASSISTING"))))
                .is(409, "unit-called-twice")
                .says("Unit Linxi Heating is already at work on this case.");
    }

    @Test
    void a_case_has_one_lead_no_more_and_no_less() {
        ProblemAnswer.of(whistle("calls", List.of(Town.call(Town.HEATING, "LEAD"), Town.call(Town.HOUSING, "LEAD"))))
                .is(422, "not-one-lead")
                .says("A case has exactly one lead at a time; this would be 2.");
        ProblemAnswer.of(whistle("calls", List.of(Town.call(Town.HEATING, "ASSISTING"))))
                .is(422, "not-one-lead")
                .says("A case has exactly one lead at a time; this would be 0.");
        ProblemAnswer.of(whistle("calls", List.of()))
                .is(400, "invalid-fields")
                .field("calls", "not-empty", "needs at least one entry.");
    }

    @Test
    void a_step_of_another_phase_is_refused_with_the_phase() {
        ProblemAnswer.of(town.street().post(town.raised() + "/closure", Map.of()))
                .is(409, "wrong-phase")
                .says("The case is in phase \"raised\", which does not allow \"close\".");
        ProblemAnswer.of(town.street().post(town.whistled() + "/reopening", Map.of("reason", "x")))
                .is(409, "wrong-phase")
                .says("The case is in phase \"in hand\", which does not allow \"reopen\".");
    }

    @Test
    void a_sentence_names_phases_steps_roles_and_states_in_the_language_of_the_reader() {
        String address = town.whistled();
        Session street = town.street().header("Accept-Language", "zh-CN");
        ProblemAnswer.of(street.post(address + "/not-acceptance", Map.of("route", "PETITION", "reason", "x")))
                .is(409, "wrong-phase")
                .says("案卷处于“办理中”阶段，不能执行“不予受理”。");
        Session heating = town.heating().header("Accept-Language", "zh-CN");
        ProblemAnswer.of(heating.post(address + "/dispatches/1/rework", Map.of("reason", "x")))
                .is(403, "role-may-not")
                .says("此步骤“重办”不由您的角色责任单位执行。");
        Town.accepted(town.heating().post(address + "/dispatches/1/acknowledgement", null));
        Answer again =
                town.heating().header("Accept-Language", "zh-CN").post(address + "/dispatches/1/acknowledgement", null);
        ProblemAnswer.of(again).is(409, "already-done").says("第 1 号工单已签收，无须重复。");
        assertThat(again.json().at("/facts/state").asString()).isEqualTo("ACKNOWLEDGED");
    }

    @Test
    void work_that_is_not_finished_cannot_be_judged() {
        String address = town.whistled();
        ProblemAnswer.of(town.street().post(address + "/verification", Map.of("basis", "ON_SITE")))
                .is(409, "dispatch-open")
                .says("Units still owe their final reply: 1, 2.");
        ProblemAnswer.of(town.street().post(address + "/dispatches/1/rework", Map.of("reason", "x")))
                .is(409, "nothing-to-rework");
        String again = town.closed();
        Town.accepted(town.street().post(again + "/reopening", Map.of("reason", "x")));
        ProblemAnswer.of(town.street().post(again + "/verification", Map.of("basis", "ON_SITE")))
                .is(409, "nothing-to-verify");
    }

    @Test
    void answers_fit_what_they_answer() {
        ProblemAnswer.of(town.heating()
                        .post(town.whistled() + "/dispatches/1/replies", Town.but(Town.finalReply(), "outcome", null)))
                .is(422, "outcome-mismatch");
        ProblemAnswer.of(town.district()
                        .post(town.verified() + "/follow-ups", Town.but(Town.followUp(), "result", "DECLINED")))
                .is(422, "answers-mismatch");
    }

    private Answer whistle(String field, Object value) {
        return town.street().post(town.raised() + "/whistles", Town.but(Town.whistle(), field, value));
    }
}
