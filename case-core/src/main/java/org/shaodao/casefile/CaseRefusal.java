package org.shaodao.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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

    /** The unit is not one of those of the street that may do this. */
    record NotOfTheStreet(String unit, String street) implements NotYours {}

    /** A community acts for itself and for no other unit. */
    record NotYourUnit(String unit) implements NotYours {}

    /** Units still owe their final reply. */
    record DispatchOpen(List<Integer> dispatches) implements NotNow {}

    /** Nobody replied since the case was opened again. */
    record NothingToVerify() implements NotNow {}

    /** An objection to the finding that the work is done waits for its answer. */
    record ObjectionWaits() implements NotNow {}

    /** Nobody objected, or the objection was answered. */
    record NoObjection() implements NotNow {}

    /** The time for objecting is over: a closed case may be opened again instead. */
    record WindowOver(ClockKind clock) implements NotNow {}
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

    /** No deadline of the case is provisional, or no calendar knows more by now. */
    record NothingToRevise() implements NotNow {}

    /** The unit has no time to handle the matter that passes: it has none, has answered, or stands still. */
    record NothingToExtend(Integer dispatch) implements NotNow {}

    /** More time was asked for and not decided yet. */
    record ExtensionPending(Integer dispatch) implements NotNow {}

    /** Nobody asked for more time. */
    record NoExtensionAsked(Integer dispatch) implements NotNow {}

    /** More time is asked for while there is some. */
    record ExtensionTooLate(Integer dispatch, Instant dueAt) implements NotNow {}

    /** The policy pack gives no more extensions. */
    record ExtensionsUsedUp(Integer dispatch, Integer most) implements NotNow {}

    /** A granted extension names the new due instant, a denied one has none. */
    record ExtensionMismatch(Boolean granted) implements NotSo {}

    /** It would be no more time. */
    record ExtensionTooShort(Instant until, Instant dueAt) implements NotSo {}

    /** It would be more time than the policy pack lets one extension give. */
    record ExtensionTooLong(Instant until, Instant longest) implements NotSo {}

    /** The case stands still already. */
    record AlreadyParked() implements NotNow {}

    /** The case does not stand still. */
    record NotParked() implements NotNow {}

    /** Nobody proposed to park the case. */
    record NoParkingProposed() implements NotNow {}

    /** An emergency does not stand still. */
    record TooUrgentToPark() implements NotNow {}

    /** A parked case is looked at again on a day to come. */
    record ReviewDayPassed(LocalDate reviewOn) implements NotSo {}
    /** The unit finished its dispatch, or it was ended. */
    record NothingOwed(Integer dispatch) implements NotNow {}

    /** No supervision order waits for a report. */
    record NothingToReport() implements NotNow {}

    /** No rung of the ladder was reached that opens by itself and is not open. */
    record NothingToOpen() implements NotNow {}

    /** The level of a case only rises. */
    record LevelNotHigher(String level) implements NotNow {}

    /** It would be due in the past. */
    record DueAlready(Instant dueAt) implements NotSo {}

    /** The fact is said to have happened before the demand was raised. */
    record BeforeTheCase(Instant occurredAt, Instant raisedAt) implements NotSo {}

    /** A final reply with this outcome brings evidence, and this is missing. */
    record EvidenceMissing(List<Evidence> evidence) implements NotSo {}

    /** What is planned is promised, and a promise says both what and by which day. */
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

    /** A final reply was given; what the demand is stays as it was answered. */
    record RepliedFinally() implements NotNow {}

    /** Every part is said to be what it is already. */
    record NothingCorrected() implements NotSo {}

    /** A resident withdraws with their own code; an office only enters a call that was recorded. */
    record WithdrawalMismatch(String how) implements NotSo {}

    /** Demands of this kind need work, not only an answer. */
    record NotAnsweredAtOnce(String kind) implements NotSo {}

    /** The stage was held, or skipped, before. */
    record StagePassed(String stage) implements NotNow {}

    /** Whistles of this kind need the stage to be held first, or skipped with a reason. */
    record StageMissing(String kind, String stage) implements NotNow {}

    /** The district runs the case already. */
    record RecusedAlready() implements NotNow {}

    /** The case has no question of this number for the caller. */
    record UnknownQuestion(Integer question) implements Unknown {}

    /** The unit answered this question before. */
    record QuestionAnsweredAlready(Integer question) implements NotNow {}

    /** The demand has no number in another system. */
    record NoOutsideNumber() implements NotSo {}

    /** The outside system knows this result already. */
    record ResultReturnedAlready() implements NotNow {}
    /** Nobody with this id joined the case. */
    record NotAComplainant(UUID complainant) implements NotSo {}

    /** Nobody said "not solved", or it was decided already what follows. */
    record NoDecisionPending() implements NotNow {}

    /** The resident said "not solved", and what follows from it is still to be decided. */
    record DecisionPending() implements NotNow {}

    /** A ground belongs to the proposal of an exclusion 剔除 and to no other decision. */
    record GroundMismatch(String redo) implements NotSo {}

    /** Street and unit rate each other on work that was finished. */
    record NotFinished(Integer dispatch) implements NotNow {}

    /** Each side rates a dispatch once. */
    record RatedAlready(Integer dispatch) implements NotNow {}

    /** The window in which street and unit rate each other has closed: the other side's rating is open. */
    record RatingWindowOver(Integer dispatch) implements NotNow {}

    /** The case has no commitment of this number. */
    record UnknownCommitment(Integer commitment) implements Unknown {}

    /** A unit promises and proves for itself only. */
    record NotYourCommitment(String unit) implements NotYours {}

    /** The commitment was kept or broken before. */
    record CommitmentSettled(Integer commitment, String state) implements NotNow {}

    /** A commitment is due today at the earliest, and not so late that it must be a slip of the pen. */
    record DueOutOfRange(LocalDate dueOn, LocalDate from, LocalDate until) implements NotSo {}

    /** The commitment is not open past its day, or was put forward already. */
    record NothingToPutForward(Integer commitment) implements NotNow {}

    /** The case is not put forward for reopening because of this commitment. */
    record NotPutForward(Integer commitment) implements NotNow {}

    /** Another proposal of the same kind waits for a decision or was agreed to. */
    record ProposalStands(String state) implements NotNow {}

    /** There is nothing of this kind to decide on. */
    record NoProposal() implements NotNow {}
    /** A case has nothing to do with itself. */
    record SameCase() implements NotSo {}

    /** The case that should go on for another has ended itself; a closed one can be linked instead. */
    record SurvivorEnded(String number, String phase) implements NotNow {}

    /** The demands of others go on in this case. */
    record OthersJoined(Integer others) implements NotNow {}

    /** The matter is about the unit, or the district runs the case: the unit does not take it on itself. */
    record ConcernsTheUnit(String unit) implements NotYours {}

    /** A tip-off or a confidential matter: the resident is contacted only by the street or the district. */
    record ContactThroughTheStreet() implements NotYours {}

    /** The resident is known to whoever was named to handle the dispatch, and to nobody else of the unit. */
    record NotTheHandler(Integer dispatch) implements NotYours {}

    /** 自办. The street took the matter on itself: nobody called and nobody was called, so there is nobody to rate. */
    record NobodyCalled(Integer dispatch) implements NotSo {}

    /** That a call confirmed a late entry is said together with where the call is recorded. */
    record CallNotNamed() implements NotSo {}

    /** 挂账. Nobody is called while the case stands still. */
    record StandsStill() implements NotNow {}

    /** The street runs the case already. */
    record SameStreet(String street) implements NotSo {}

    /** The survivor does not protect the resident of the duplicate: confidential, run by the district, or about a unit. */
    record LessProtected(String number) implements NotNow {}

    /** The person is a complainant of the case already. */
    record JoinedAlready() implements NotNow {}

    /** The two cases are not merged with each other. */
    record NotMergedWith() implements NotNow {}

    /** The two cases are linked with each other already. */
    record AlreadyLinked(String number) implements NotNow {}
}
