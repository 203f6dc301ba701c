package org.shaodao.demo;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CallResult;
import org.shaodao.casefile.CallingRequests;
import org.shaodao.casefile.CaseDesk;
import org.shaodao.casefile.Channel;
import org.shaodao.casefile.ClosingRequests;
import org.shaodao.casefile.DispatchRole;
import org.shaodao.casefile.IntakeRequests;
import org.shaodao.casefile.RatingRequests;
import org.shaodao.casefile.ReportMode;
import org.shaodao.casefile.StepRequest;
import org.shaodao.casefile.VerificationBasis;
import org.shaodao.demand.Satisfied;
import org.shaodao.demand.Solved;
import org.shaodao.fact.By;
import org.shaodao.fact.Role;
import org.shaodao.web.RequestMark;

/** The steps of one case of the demonstration, each side by an officer of its own; repeated, they are taken once. */
final class Life {
    /** More steps than any part of a plan has. */
    private static final int PARTS = 100;

    private final CaseDesk desk;
    private final UUID caseId;
    private final String street;
    private int step;

    /** @param street whose case it is */
    Life(CaseDesk desk, UUID caseId, String street) {
        this.desk = desk;
        this.caseId = caseId;
        this.street = street;
    }

    /** What is taken from now on belongs to this part of the plan. */
    void begin(int part) {
        step = part * PARTS;
    }

    void raise(Matter matter, Channel channel, String place, String name) {
        desk.raise(
                caseId,
                new IntakeRequests.Raise(
                        matter.kind(),
                        matter.urgency(),
                        channel,
                        matter.category(),
                        place,
                        matter.subject(),
                        matter.narrative(),
                        street,
                        name,
                        null,
                        "东门小区 3 号楼",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                street());
    }

    void whistle(String why, List<CallingRequests.Call> calls) {
        take(
                new CallingRequests.Whistle(
                        "resident-demand",
                        why,
                        ReportMode.ON_THE_SPOT,
                        null,
                        "小区门口",
                        "街道值班室",
                        "officer-3",
                        calls,
                        null),
                street());
    }

    void dispatch(CallingRequests.Call call) {
        take(new CallingRequests.Dispatch(call, null), street());
    }

    void verify(String findings) {
        take(new ClosingRequests.Verify(VerificationBasis.ON_SITE, findings, null), street());
    }

    void followUp(
            CallResult result,
            @Nullable Boolean contacted,
            @Nullable Solved solved,
            @Nullable Satisfied satisfied,
            @Nullable String words) {
        take(
                new RatingRequests.FollowUp(null, result, contacted, solved, satisfied, words, null),
                mark(Role.DISTRICT, DemoCity.DISTRICT));
    }

    /** A step of the whole case, by the street. */
    void byStreet(StepRequest request) {
        take(request, street());
    }

    /** A step of one dispatch, by the street. */
    void byStreet(int dispatch, StepRequest request) {
        desk.take(caseId, dispatch, request, street());
    }

    void byDistrict(StepRequest request) {
        take(request, mark(Role.DISTRICT, DemoCity.DISTRICT));
    }

    void byDistrict(int dispatch, StepRequest request) {
        desk.take(caseId, dispatch, request, mark(Role.DISTRICT, DemoCity.DISTRICT));
    }

    void byUnit(String unit, int dispatch, StepRequest request) {
        desk.take(caseId, dispatch, request, mark(Role.UNIT, unit));
    }

    private void take(StepRequest request, RequestMark mark) {
        desk.take(caseId, request, mark);
    }

    private RequestMark street() {
        return mark(Role.STREET, street);
    }

    private RequestMark mark(Role role, String unit) {
        String commandId =
                UuidCreator.getNameBasedSha1(caseId, String.valueOf(step++)).toString();
        By by = new By("demonstration", unit, role, "officer-of-" + unit);
        return new RequestMark(by, true, commandId, "demonstration", true, null, "demonstration", commandId);
    }

    static CallingRequests.Call lead(String unit) {
        return new CallingRequests.Call(unit, DispatchRole.LEAD, "查明原因，处理并答复居民。");
    }

    static CallingRequests.Call assisting(String unit) {
        return new CallingRequests.Call(unit, DispatchRole.ASSISTING, "到场配合。");
    }
}
