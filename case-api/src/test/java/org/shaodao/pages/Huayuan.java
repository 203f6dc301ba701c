package org.shaodao.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.RunningProduct.Session;

/** Work for the desks of the demonstration's street. */
final class Huayuan {
    private Huayuan() {}

    /** A demand of this subject, and the pages know of it. */
    static String raised(Session street, String subject) {
        Answer raised = street.post(
                "/api/v1/cases",
                Map.of(
                        "kind", "HELP",
                        "channel", "HOTLINE",
                        "category", "heating/cold-home",
                        "place", "linxi/huayuan/dongmen",
                        "subject", subject,
                        "narrative", "家里只有十四度。"));
        String caseId = raised.json().path("caseId").asString();
        settled(street, caseId, raised);
        return caseId;
    }

    /** The step was taken, and the pages know of it. */
    static void settled(Session street, String caseId, Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isBetween(200, 299);
        String version = answer.json().path("version").asString();
        street.get("/api/v1/cases/" + caseId + "?minVersion=" + version);
        street.get("/api/v1/console?minCase=" + caseId + "&minVersion=" + version);
    }
}
