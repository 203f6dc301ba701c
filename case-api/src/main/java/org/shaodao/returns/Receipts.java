package org.shaodao.returns;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;
import org.shaodao.casefile.CaseDesk;
import org.shaodao.casefile.IntakeRequests;
import org.shaodao.casefile.Receipt;
import org.shaodao.fact.By;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refused;
import org.shaodao.web.RequestMark;
import org.springframework.stereotype.Component;

/** 已回传. That another system has a result becomes a step of the case; said again it changes nothing. */
@Component
class Receipts {
    private final OutsideResults results;
    private final CaseDesk desk;

    Receipts(OutsideResults results, CaseDesk desk) {
        this.results = results;
        this.desk = desk;
    }

    /**
     * Takes the step.
     *
     * @param version the one that the result named
     * @throws Refused with {@link CommonRefusal.VersionChanged} where there is another result by now
     */
    Receipt take(UUID caseId, String source, long version, By by) {
        OutsideResult result = results.of(caseId, source);
        if (result.version() != version) {
            throw new Refused(new CommonRefusal.VersionChanged(version, result.version()));
        }
        String command =
                UuidCreator.getNameBasedSha1(caseId, "returned " + version).toString();
        return desk.take(
                caseId,
                new IntakeRequests.ReturnResult(source + " 已接收结果 " + result.outsideNumber() + " / " + version, null),
                new RequestMark(by, true, command, "returned", true, null, "returns", command));
    }
}
