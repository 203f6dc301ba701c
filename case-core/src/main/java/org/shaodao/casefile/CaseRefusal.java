package org.shaodao.casefile;

import java.time.Instant;
import java.util.List;
import org.shaodao.clocks.ClockKind;
import org.shaodao.fact.Refusal;

/** Why a step of a case was not taken. */
public sealed interface CaseRefusal extends Refusal {
    /** The case does not exist, or the caller may not know of it: both look alike. */
    record UnknownCase() implements CaseRefusal {}

    /** The step does not belong to the phase the case is in. */
    record WrongPhase(String step, String phase) implements CaseRefusal {}

    /** The case would be another street's. */
    record NotYourStreet(String street) implements CaseRefusal {}

    /** The unit or place does not exist, or no longer works. */
    record UnknownCode(String field, String value) implements CaseRefusal {}

    /** The number of another system stands for another case already. */
    record OutsideNumberTaken(String source, String number) implements CaseRefusal {}

    /** The case has no dispatch of this number. */
    record UnknownDispatch(Integer dispatch) implements CaseRefusal {}

    /** The dispatch is another unit's. */
    record NotYourDispatch(Integer dispatch, String unit) implements CaseRefusal {}

    /** Somebody of the unit was faster, or the step was taken before. */
    record AlreadyDone(Integer dispatch, String state) implements CaseRefusal {}

    /** The unit has nothing finished that could be sent back. */
    record NothingToRework(Integer dispatch) implements CaseRefusal {}

    /** A case has exactly one lead 主办 at a time. */
    record NotOneLead(Integer leads) implements CaseRefusal {}

    /** The unit is called twice, or still has an open dispatch of this case. */
    record UnitCalledTwice(String unit) implements CaseRefusal {}

    /** A street does not dispatch itself: handling a matter oneself is another step. */
    record OwnUnit(String unit) implements CaseRefusal {}

    /** Units still owe their final reply. */
    record DispatchOpen(List<Integer> dispatches) implements CaseRefusal {}

    /** Nobody replied since the case was opened again. */
    record NothingToVerify() implements CaseRefusal {}

    /** Nobody decides on their own act (rule 6). */
    record OwnAct(String step) implements CaseRefusal {}

    /** No such clock runs, it is known to be missed already, or its due instant has not passed. */
    record NotMissed(ClockKind clock) implements CaseRefusal {}

    /** The fact is said to have happened before the demand was raised. */
    record BeforeTheCase(Instant occurredAt, Instant raisedAt) implements CaseRefusal {}

    /** A final reply names its outcome, an interim one has none. */
    record OutcomeMismatch(String kind) implements CaseRefusal {}

    /** Whoever was reached answered at least one question; whoever was not answered none. */
    record AnswersMismatch(String result) implements CaseRefusal {}
}
