package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.casefile.Sample.*;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.Refusal;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Sealed;

/** Runs every command in every phase and holds the outcome against the committed table. */
class LifeCycleTest {
    private static final Map<String, List<CaseEvent>> PHASES = phases();
    private static final Rulebook RULES = SampleRules.at(minutes(2000), SampleRules.NO_CLOCKS);
    private static final List<CaseCommand> COMMANDS = Sample.commands();

    @Test
    void every_command_in_every_phase_does_what_the_table_says() {
        StringBuilder table = new StringBuilder("""
                # The life of a case

                Every step in every phase: the events it makes, or the code of its refusal. A column may stand for several
                states of the dispatches within one phase.

                """);
        table.append("| Step | ").append(String.join(" | ", PHASES.keySet())).append(" |\n");
        table.append("|---|").append("---|".repeat(PHASES.size())).append('\n');
        for (CaseCommand command : COMMANDS) {
            table.append("| ").append(command.step());
            PHASES.values().forEach(history -> table.append(" | ").append(outcome(history, command)));
            table.append(" |\n");
        }
        GeneratedDocument.matches("life-cycle.md", table.toString());
    }

    @Test
    void the_table_knows_every_step_and_every_phase() {
        assertThat(COMMANDS)
                .<Class<?>>extracting(CaseCommand::getClass)
                .containsExactlyElementsOf(Records.of(CaseCommand.class));
        Set<String> reached = PHASES.values().stream()
                .map(history -> after(history).phase())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(reached)
                .isEqualTo(Records.of(CaseState.class).stream()
                        .map(Refusal::kebab)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void words_stay_under_the_name_they_were_sealed_under() throws Exception {
        int compared = 0;
        for (List<CaseEvent> history : PHASES.values()) {
            for (CaseCommand command : COMMANDS) {
                Map<Sealed, String> said = words(command);
                for (CaseEvent event : made(history, command)) {
                    for (Map.Entry<Sealed, String> told : words(event).entrySet()) {
                        String name = said.get(told.getKey());
                        if (name != null) {
                            assertThat(told.getValue())
                                    .as("%s of %s", name, command.step())
                                    .isEqualTo(name);
                            compared++;
                        }
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(COMMANDS.size());
    }

    /** The events it makes, or none where it is refused. */
    private static List<CaseEvent> made(List<CaseEvent> history, CaseCommand command) {
        try {
            return after(history).decide(command, RULES);
        } catch (Refused refused) {
            return List.of();
        }
    }

    private static Map<Sealed, String> words(Object record) throws ReflectiveOperationException {
        Map<Sealed, String> words = new LinkedHashMap<>();
        for (RecordComponent part : record.getClass().getRecordComponents()) {
            part.getAccessor().setAccessible(true);
            if (part.getAccessor().invoke(record) instanceof Sealed sealed) {
                words.put(sealed, part.getName());
            }
        }
        return words;
    }

    static CaseState after(List<CaseEvent> history) {
        CaseState state = new CaseState.Unborn();
        for (CaseEvent event : history) {
            state = state.after(event, event.occurredAt());
        }
        return state;
    }

    /** What is known after such events. */
    static CaseFacts facts(Object... events) {
        List<CaseEvent> history = Stream.of(events).map(CaseEvent.class::cast).toList();
        return ((CaseState.Known) after(history)).facts();
    }

    /** From one phase to another. */
    record Way(String from, String to) {}

    /** The steps that lead from phase to phase, in the order of both. */
    static Map<Way, Set<String>> ways() {
        Map<Way, Set<String>> ways = new LinkedHashMap<>();
        for (List<CaseEvent> history : PHASES.values()) {
            CaseState from = after(history);
            for (CaseCommand command : COMMANDS) {
                try {
                    CaseState to = from;
                    for (CaseEvent event : from.decide(command, RULES)) {
                        to = to.after(event, event.occurredAt());
                    }
                    ways.computeIfAbsent(new Way(from.phase(), to.phase()), way -> new LinkedHashSet<>())
                            .add(command.step());
                } catch (Refused refused) {
                    // no way from here
                }
            }
        }
        return ways;
    }

    private static String outcome(List<CaseEvent> history, CaseCommand command) {
        try {
            return "**"
                    + after(history).decide(command, RULES).stream()
                            .map(event -> Refusal.kebab(event.getClass()))
                            .collect(Collectors.joining(", "))
                    + "**";
        } catch (Refused refused) {
            return refused.refusal().code();
        }
    }

    private static Map<String, List<CaseEvent>> phases() {
        Map<String, List<CaseEvent>> phases = new LinkedHashMap<>();
        List<CaseEvent> sent = List.of(raised(), whistleBlown(1), dispatched(1, lead(HEATING)));
        List<CaseEvent> accepted = and(sent, accepted(1, HEATING_CLERK));
        List<CaseEvent> replied = and(sent, finalReply(1, HEATING_CLERK));
        List<CaseEvent> verified = and(replied, verified());
        List<CaseEvent> closed = and(verified, closed());
        phases.put("unborn", List.of());
        phases.put("raised", List.of(raised()));
        phases.put("handled ourselves", List.of(raised(), takenOn(1, COMMUNITY)));
        phases.put("not-accepted", List.of(raised(), notAccepted()));
        phases.put("withdrawn", and(sent, IntakeSamples.WITHDRAWN));
        phases.put("question put", List.of(raised(), IntakeSamples.QUESTION_PUT));
        phases.put("handling: sent", sent);
        List<CaseEvent> running = and(sent, clocks());
        phases.put("sent, clocks running", running);
        phases.put("sent, clock missed", and(running, deadlineMissed()));
        phases.put("supervised", and(sent, SupervisionSamples.supervisionOrdered()));
        phases.put("clocks provisional", and(sent, clocks(SampleRules.BEFORE_THE_NOTICE)));
        phases.put("extension asked", and(running, extensionAsked()));
        phases.put("parking proposed", and(running, parkingProposed()));
        phases.put("parked", and(and(running, parkingProposed()), parked()));
        phases.put("acknowledged", and(sent, acknowledged(1, HEATING_CLERK)));
        phases.put("accepted", accepted);
        phases.put("contact entered late", and(sent, contacted(1, HEATING_CLERK)));
        phases.put("there", and(sent, arrived(1, HEATING_CLERK)));
        phases.put("asked for particulars", and(sent, asked(1, HEATING_CLERK)));
        List<CaseEvent> handedBack = and(sent, DisputeSamples.handedBack(1, HEATING_CLERK));
        phases.put("handed back, unanswered too long", and(handedBack, DisputeSamples.answerDue()));
        phases.put("in dispute", and(handedBack, DisputeSamples.referred(1, HEATING)));
        phases.put("hand-back agreed", and(handedBack, DisputeSamples.agreed(1, HEATING)));
        phases.put("replied", replied);
        phases.put("sent back", and(replied, reworkOrdered(1, HEATING)));
        phases.put(
                "sent back, accepted before",
                and(and(accepted, finalReply(1, HEATING_CLERK)), reworkOrdered(1, HEATING)));
        phases.put("verified", verified);
        phases.put("spot check asked", and(replied, ClosingSamples.spotCheckAsked()));
        phases.put("objected to", and(verified, ClosingSamples.objectionRaised()));
        phases.put(
                "verified, in question",
                all(
                        verified,
                        notSolved(),
                        commitmentMade(),
                        commitmentClock(),
                        exclusionProposed(),
                        findingProposed()));
        phases.put(
                "verified, decided",
                all(
                        verified,
                        commitmentMade(),
                        reopeningPutForward(),
                        exclusionProposed(),
                        exclusionDecided(true),
                        findingProposed(),
                        findingDecided(true)));
        phases.put("closed", closed);
        phases.put("reopened", and(closed, reopened()));
        phases.put("merged", and(sent, LinkSamples.mergedInto()));
        phases.put("joined by a duplicate", and(sent, LinkSamples.duplicateJoined()));
        return phases;
    }

    private static List<CaseEvent> and(List<CaseEvent> history, CaseEvent next) {
        return all(history, next);
    }

    private static List<CaseEvent> all(List<CaseEvent> history, CaseEvent... next) {
        return Stream.concat(history.stream(), Stream.of(next)).toList();
    }
}
