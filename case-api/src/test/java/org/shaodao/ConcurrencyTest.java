package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.RunningProduct.Session;
import org.shaodao.fact.Role;
import tools.jackson.databind.JsonNode;

/** Many act on one case at the same moment: nobody is turned away for somebody else's step, and no step is lost. */
class ConcurrencyTest {
    private static final int REPETITIONS = 25;

    private final Town town = Town.shared();

    @Test
    void two_units_that_acknowledge_at_the_same_moment_both_succeed() throws Exception {
        List<Session> units = List.of(town.heating(), town.housing());
        for (int i = 0; i < REPETITIONS; i++) {
            String address = town.raised();
            int whistled = town.blow(address);

            List<Answer> answers = Town.atOnce(
                    2, unit -> units.get(unit).post(address + "/dispatches/" + (unit + 1) + "/acknowledgement", null));

            assertThat(answers).extracting(Answer::status).containsOnly(200);
            assertThat(answers).extracting(Town::version).doesNotHaveDuplicates();
            assertAcknowledged(address, whistled, answers);
        }
    }

    @Test
    void of_two_people_of_one_unit_one_acknowledges_and_the_other_hears_that_it_is_done() throws Exception {
        Session other = town.product()
                .with(town.issue("another desk of the heating company", Role.UNIT, Town.HEATING)
                        .get("key")
                        .asString());
        List<Session> people = List.of(town.heating(), other);
        for (int i = 0; i < REPETITIONS; i++) {
            String address = town.raised();
            int whistled = town.blow(address);

            List<Answer> answers =
                    Town.atOnce(2, person -> people.get(person).post(address + "/dispatches/1/acknowledgement", null));

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
            assertThat(answers).extracting(Answer::code).containsExactlyInAnyOrder("", "already-done");
            assertAcknowledged(
                    address,
                    whistled,
                    answers.stream().filter(answer -> answer.status() == 200).toList());
        }
    }

    @Test
    void sixteen_who_do_anything_at_random_leave_exactly_the_steps_that_were_answered_with_success() throws Exception {
        long seed = System.nanoTime();
        List<String> addresses = List.of(town.raised(), town.raised(), town.raised());
        Map<String, ConcurrentLinkedQueue<Integer>> receipts = addresses.stream()
                .collect(Collectors.toMap(
                        address -> address, address -> new ConcurrentLinkedQueue<>(List.of(town.blow(address)))));
        ConcurrentLinkedQueue<Answer> unforeseen = new ConcurrentLinkedQueue<>();

        Town.atOnce(16, caller -> {
            Random random = new Random(seed + caller);
            Answer answer = null;
            for (int i = 0; i < 25; i++) {
                String address = addresses.get(random.nextInt(addresses.size()));
                answer = anything(address, random);
                if (answer.status() == 200) {
                    receipts.get(address).add(answer.json().get("version").asInt());
                } else if (!Set.of(403, 409, 422).contains(answer.status())) {
                    unforeseen.add(answer);
                }
            }
            return answer;
        });

        assertThat(unforeseen).as("seed %d", seed).isEmpty();
        for (String address : addresses) {
            TreeSet<Integer> made = new TreeSet<>(receipts.get(address));
            assertThat(receipts.get(address))
                    .as("no version twice, seed %d", seed)
                    .hasSameSizeAs(made);
            assertThat(lastOfEachStep(address, made.getFirst(), made.getLast()))
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(made);
        }
    }

    private void assertAcknowledged(String address, int whistled, List<Answer> taken) {
        List<Integer> versions = taken.stream().map(Town::version).sorted().toList();
        assertThat(Town.steps(town.street(), address, versions.getLast()))
                .filteredOn(entry -> entry.get("version").asInt() > whistled)
                .allSatisfy(entry -> assertThat(entry.get("event").asString()).isEqualTo("casefile.acknowledged"))
                .extracting(entry -> entry.get("version").asInt())
                .containsExactlyElementsOf(versions);
    }

    /**
     * From a version on, the versions that the steps of a history without gaps led to: each of these steps makes one
     * event and the clocks that go with it.
     */
    private List<Integer> lastOfEachStep(String address, int from, int upTo) {
        JsonNode history = Town.history(town.street(), address, upTo);
        List<Integer> versions = new ArrayList<>(List.of(from));
        for (int version = 0; version < history.size(); version++) {
            JsonNode entry = history.get(version);
            assertThat(entry.get("version").asInt()).isEqualTo(version);
            if (version > from && !entry.get("event").asString().equals(Town.CLOCKS_STARTED)) {
                versions.add(version);
            } else if (version > from) {
                versions.set(versions.size() - 1, version);
            }
        }
        return versions;
    }

    private Answer anything(String address, Random random) {
        int dispatch = 1 + random.nextInt(2);
        Session unit = random.nextInt(5) == 0 ? town.housing() : dispatch == 1 ? town.heating() : town.housing();
        String work = address + "/dispatches/" + dispatch;
        List<Supplier<Answer>> steps = List.of(
                () -> unit.post(work + "/acknowledgement", null),
                () -> unit.post(work + "/acceptance", Map.of("handler", "officer-" + random.nextInt(9))),
                () -> unit.post(work + "/replies", Map.of("kind", "INTERIM", "text", "正在处理。")),
                () -> unit.post(work + "/replies", Town.finalReply()),
                () -> town.street().post(work + "/rework", Map.of("reason", "未完成。")),
                () -> town.street().post(address + "/verification", Map.of("basis", "ON_SITE")),
                () -> town.district().post(address + "/follow-ups", Town.followUp()),
                () -> town.street().post(address + "/closure", Map.of()),
                () -> town.street().post(address + "/reopening", Map.of("reason", "又坏了。")));
        return steps.get(random.nextInt(steps.size())).get();
    }
}
