package org.shaodao.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.axoniq.axonserver.connector.ErrorCategory;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.messaging.ExecutionException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.junit.jupiter.api.Test;
import org.shaodao.casefile.CaseRefusal;
import org.shaodao.eventstore.AppendRefused;
import org.shaodao.eventstore.AppendRefused.Reason;
import org.shaodao.fact.Refused;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemCode;

/** A caller is told the same whichever node decided. */
class OutcomesTest {
    private final WireSerializer wire = new WireSerializer();

    @Test
    void a_refusal_arrives_with_its_code_and_facts() {
        CaseRefusal refusal = new CaseRefusal.WrongPhase("verify", "closed");

        assertThat(afar(new Refused(refusal)))
                .isInstanceOfSatisfying(
                        Refused.class, told -> assertThat(told.refusal()).isEqualTo(refusal));
    }

    @Test
    void a_lost_race_is_one_afar_too_whoever_says_so() {
        for (RuntimeException lost : new RuntimeException[] {
            new ConcurrencyException("by another node"),
            new AggregateStreamCreationException("by another node"),
            new StatusRuntimeException(Status.OUT_OF_RANGE.withDescription("[AXONIQ-2000] Invalid sequence number 4"))
        }) {
            assertThat(afar(lost)).as("%s", lost).isInstanceOf(ConcurrencyException.class);
        }
    }

    @Test
    void where_the_store_did_not_answer_nobody_claims_to_know() {
        assertThat(reason(afar(new StatusRuntimeException(Status.UNAVAILABLE)))).isEqualTo(Reason.OUTCOME_UNKNOWN);
        assertThat(reason(afar(new ExecutionException("Timeout", new TimeoutException()))))
                .isEqualTo(Reason.OUTCOME_UNKNOWN);
    }

    @Test
    void a_command_lost_on_the_way_may_be_asked_again() {
        assertThat(reason(Outcomes.unpacked(
                        new CompletionException(new io.axoniq.axonserver.connector.AxonServerException(
                                ErrorCategory.COMMAND_DISPATCH_ERROR, "UNAVAILABLE", "node-1")))))
                .isEqualTo(Reason.OUTCOME_UNKNOWN);
        assertThat(reason(Outcomes.unpacked(new NoHandlerForCommandException("none yet"))))
                .isEqualTo(Reason.STORE_UNAVAILABLE);
    }

    @Test
    void what_was_neither_stored_nor_anybodys_mistake_is_told_as_it_is() {
        assertThat(afar(new LockAcquisitionFailedException("too many wait")))
                .isInstanceOf(LockAcquisitionFailedException.class);
        assertThat(afar(new Problem(ProblemCode.NO_POLICY_PACK, Map.of())))
                .isInstanceOfSatisfying(
                        Problem.class, told -> assertThat(told.code()).isEqualTo(ProblemCode.NO_POLICY_PACK));
        assertThat(reason(afar(new SerializationException("a step of a newer version"))))
                .isEqualTo(Reason.STORE_UNAVAILABLE);
        assertThat(reason(afar(new NoHandlerForCommandException("on its way out"))))
                .isEqualTo(Reason.SHUTTING_DOWN);
    }

    @Test
    void a_mistake_of_the_program_stays_one() {
        assertThat(afar(new IllegalArgumentException("oops")))
                .isInstanceOf(CommandExecutionException.class)
                .hasMessageContaining("oops");
    }

    @Test
    void a_failure_without_details_was_made_on_the_way_and_tells_nothing() {
        assertThat(reason(Outcomes.unpacked(new CommandExecutionException("cancelled after 5 s", null))))
                .isEqualTo(Reason.OUTCOME_UNKNOWN);
    }

    /** What travels is the message and the details. */
    private Throwable afar(Throwable failure) {
        CommandExecutionException packed = (CommandExecutionException) Outcomes.packed(failure);
        SerializedObject<byte[]> details = wire.serialize(packed.getDetails().orElseThrow(), byte[].class);
        Object arrived = wire.deserialize(details);
        return Outcomes.unpacked(new CommandExecutionException(packed.getMessage(), null, arrived));
    }

    private static Reason reason(Throwable failure) {
        assertThat(failure).isInstanceOf(AppendRefused.class);
        return ((AppendRefused) failure).reason();
    }
}
