package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.util.List;
import java.util.UUID;
import org.shaodao.clocks.ClockKind;

/** 并案拆单. A sample of every step of the family and of every event, for all tests that go through all of them. */
final class LinkSamples {
    static final UUID OTHER = UUID.fromString("01890000-0000-7000-8000-000000000002");
    static final String OTHER_NUMBER = "LX-2026-000002-3";
    static final UUID NEIGHBOUR = UUID.fromString("01890000-0000-7000-8000-0000000000bb");

    static final List<CaseCommand> COMMANDS = List.of(
            new LinkCommand.ConsentToMerge(CASE, OFFICER, minutes(2000), OTHER),
            new LinkCommand.MergeInto(CASE, OFFICER, minutes(2000), OTHER, OTHER_NUMBER, STREET),
            new LinkCommand.JoinDuplicate(
                    CASE,
                    OFFICER,
                    minutes(2000),
                    OTHER,
                    OTHER_NUMBER,
                    STREET,
                    List.of(NEIGHBOUR),
                    minutes(1900),
                    List.of(new RunningDue(ClockKind.HANDLING, minutes(4000)))),
            new LinkCommand.LeaveSurvivor(CASE, OFFICER, minutes(2000), OTHER, STREET),
            new LinkCommand.ReleaseDuplicate(CASE, OFFICER, minutes(2000), OTHER, STREET),
            new LinkCommand.RaisePart(CASE, OFFICER, minutes(2000), raise(), OTHER, OTHER_NUMBER, false),
            new LinkCommand.SplitOff(CASE, OFFICER, minutes(2000), OTHER, OTHER_NUMBER, words("还说到楼道灯不亮")),
            new LinkCommand.LinkTo(CASE, OFFICER, minutes(2000), OTHER, OTHER_NUMBER, Relation.REPEAT_OF),
            new LinkCommand.Join(
                    CASE, OFFICER, minutes(2000), NEIGHBOUR, words("李先生"), words("13900000000"), words("我家也冷")),
            new LinkCommand.NoteDuplicate(CASE, OFFICER, minutes(2000), words("市级平台已在办理")),
            new LinkCommand.TransferOutside(CASE, OFFICER, minutes(2000), words("转市供热办办理")));

    static final List<CaseEvent> EVENTS = List.of(
            new LinkEvent.MergeConsentedTo(OFFICER, minutes(1990), OTHER),
            mergedInto(),
            duplicateJoined(new RunningDue(ClockKind.HANDLING, minutes(4000))),
            new LinkEvent.MergeUndone(OFFICER, minutes(2010), OTHER, OTHER_NUMBER),
            new LinkEvent.DuplicateReleased(OFFICER, minutes(2010), OTHER, OTHER_NUMBER),
            new LinkEvent.SplitFrom(OFFICER, minutes(2000), OTHER, OTHER_NUMBER),
            new LinkEvent.SplitOff(OFFICER, minutes(2000), OTHER, OTHER_NUMBER, words("还说到楼道灯不亮")),
            new LinkEvent.Linked(OFFICER, minutes(2000), OTHER, OTHER_NUMBER, Relation.REPEAT_OF),
            new LinkEvent.Joined(OFFICER, minutes(2000), NEIGHBOUR, words("李先生"), words("13900000000"), words("我家也冷")),
            new LinkEvent.DuplicateNoted(OFFICER, minutes(2000), words("市级平台已在办理")),
            new LinkEvent.TransferredOutside(OFFICER, minutes(2000), words("转市供热办办理")));

    private LinkSamples() {}

    static LinkEvent.MergedInto mergedInto() {
        return new LinkEvent.MergedInto(OFFICER, minutes(2000), OTHER, OTHER_NUMBER);
    }

    static LinkEvent.DuplicateJoined duplicateJoined(RunningDue... promised) {
        return new LinkEvent.DuplicateJoined(
                OFFICER, minutes(2000), OTHER, OTHER_NUMBER, List.of(NEIGHBOUR), minutes(1900), List.of(promised));
    }
}
