package org.shaodao.casefile;

import java.time.Instant;
import java.util.List;
import org.shaodao.clocks.ClockKind;
import org.shaodao.documents.PolicyPack.Evidence;
import org.shaodao.fact.Refusal;

/** Why a step of a case was not taken: four kinds of reasons, whatever the channel. */
public sealed interface CaseRefusal extends Refusal {
    /** What the step names does not exist for the caller. */
    sealed interface Unknown extends CaseRefusal {}

    /** It is for somebody else to do. */
    sealed interface NotYours extends CaseRefusal {}

    /** It may be done, but not as the case stands. */
    sealed interface NotNow extends CaseRefusal {}

    /** What was said cannot be right, however the case stands. */
    sealed interface NotSo extends CaseRefusal {}

    /** The case does not exist, or the caller may not know of it: both look alike. */
    record UnknownCase() implements Unknown {}

    /** The step does not belong to the phase the case is in. */
    record WrongPhase(String step, String phase) implements NotNow {}

    /** The case would be another street's. */
    record NotYourStreet(String street) implements NotYours {}

    /** The unit or place does not exist, or no longer works. */
    record UnknownCode(String field, String value) implements NotSo {}

    /** The number of another system stands for another case already. */
    record OutsideNumberTaken(String source, String number) implements NotNow {}

    /** The case has no dispatch of this number. */
    record UnknownDispatch(Integer dispatch) implements Unknown {}

    /** The dispatch is another unit's. */
    record NotYourDispatch(Integer dispatch, String unit) implements NotYours {}

    /** Somebody of the unit was faster, or the step was taken before. */
    record AlreadyDone(Integer dispatch, String state) implements NotNow {}

    /** The unit has nothing finished that could be sent back. */
    record NothingToRework(Integer dispatch) implements NotNow {}

    /** A case has exactly one lead 主办 at a time. */
    record NotOneLead(Integer leads) implements NotSo {}

    /** The unit is called twice, or still has an open dispatch of this case. */
    record UnitCalledTwice(String unit) implements NotNow {}

    /** A street does not dispatch itself: handling a matter oneself is another step. */
    record OwnUnit(String unit) implements NotSo {}

    /** The policy pack has no whistle of this kind, but of these. */
    record UnknownWhistleKind(String kind, List<String> known) implements NotSo {}

    /** Who is called must hear of the appointed time so many minutes before. */
    record TooLittleNotice(Instant reportAt, Integer minutes) implements NotSo {}

    /** The street may not call this unit. */
    record MayNotWhistle(String street, String unit) implements NotYours {}

    /** 事项准入. The duty list keeps the matter from being passed down to a street or community. */
    record NotAdmitted(String unit, String entry, String duty) implements NotSo {}

    /** The case has no whistle of this number. */
    record UnknownWhistle(Integer whistle) implements Unknown {}

    /** The whistle was taken back. */
    record AlreadyWithdrawn(Integer whistle) implements NotNow {}

    /** Nobody whom the whistle called is still at work. */
    record NothingToWithdraw(Integer whistle) implements NotNow {}

    /** No whistle called the unit, so that none need release it. */
    record NotWhistled(Integer dispatch) implements NotSo {}

    /** 首接负责. A lead that has not answered stays while others are at work: the lead is changed first. */
    record LeadStays(Integer dispatch) implements NotNow {}

    /** A unit that is newly called is told what to do. */
    record TaskNeeded(String unit) implements NotSo {}

    /** The unit is no community of the street. */
    record NotOfTheStreet(String unit, String street) implements NotYours {}

    /** A community acts for itself and for no other unit. */
    record NotYourUnit(String unit) implements NotYours {}

    /** Units still owe their final reply. */
    record DispatchOpen(List<Integer> dispatches) implements NotNow {}

    /** Nobody replied since the case was opened again. */
    record NothingToVerify() implements NotNow {}

    /** The dispatch cannot be handed back any more; that it was tried is kept. */
    record HandBackRejected(Integer dispatch, String rejection) implements NotNow {}

    /** The dispute about the dispatch does not stand so that the step could be taken: there is none, or it was answered. */
    record DisputeStandsOtherwise(Integer dispatch, String dispute) implements NotNow {}

    /** Another unit, or none, was suggested instead. */
    record NotTheSuggestedUnit(Integer dispatch) implements NotYours {}

    /** An upheld ruling names another unit with its task, or nobody; a rejected one names nobody else and no task. */
    record RulingMismatch() implements NotSo {}

    /** The unit was right to hand this case back; only a ruling or a designation brings it back in. */
    record HandedBackBefore(String unit) implements NotNow {}

    /** So many leads handed back that the district must designate one 指定承办. */
    record DesignationNeeded(Integer handedBack) implements NotNow {}

    /** A lead is at work, or none handed back. */
    record NothingToDesignate() implements NotNow {}

    /** Nobody decides on their own act (rule 6). */
    record OwnAct(String step) implements NotYours {}

    /** No such clock runs, it is known to be missed already, or its due instant has not passed. */
    record NotMissed(ClockKind clock) implements NotNow {}

    /** The fact is said to have happened before the demand was raised. */
    record BeforeTheCase(Instant occurredAt, Instant raisedAt) implements NotSo {}

    /** A final reply with this outcome brings evidence, and this is missing. */
    record EvidenceMissing(List<Evidence> evidence) implements NotSo {}

    /** What is planned is promised by a day. */
    record NothingPromised() implements NotSo {}

    /** The unit is there already, and did not leave since. */
    record AlreadyThere(Integer dispatch) implements NotNow {}

    /** The unit did not arrive, or left already. */
    record NotThere(Integer dispatch) implements NotNow {}

    /** Nothing of this kind was entered late on the dispatch, or it is confirmed already. */
    record NothingLate(Integer dispatch) implements NotNow {}

    /** The unit asked for particulars before; it may once per dispatch. */
    record AskedBefore(Integer dispatch) implements NotNow {}

    /** The unit did not ask for particulars, or was told them already. */
    record NothingAsked(Integer dispatch) implements NotNow {}

    /** A final reply names its outcome, an interim one has none. */
    record OutcomeMismatch(String kind) implements NotSo {}

    /** Whoever was reached answered at least one question; whoever was not answered none. */
    record AnswersMismatch(String result) implements NotSo {}
}
