package org.shaodao.resident;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Map;
import java.util.UUID;
import org.shaodao.access.Caller;
import org.shaodao.access.CodeDoor;
import org.shaodao.casefile.CaseDesk;
import org.shaodao.casefile.IntakeRequests;
import org.shaodao.casefile.Receipt;
import org.shaodao.web.FormMarks;
import org.springframework.stereotype.Component;

/**
 * 提诉求 without an account. Whoever sends the form is the resident of the case that its key makes, and of no other: the one
 * place where somebody unknown acts.
 */
@Component
class Raising {
    private static final UUID NAMESPACE = UUID.fromString("5ba0da00-0000-5000-8000-000000000002");

    private final CaseDesk desk;
    private final FormMarks marks;

    Raising(CaseDesk desk, FormMarks marks) {
        this.desk = desk;
        this.marks = marks;
    }

    /** Whoever sends the form with this key: the files of it are theirs alone. */
    static Caller resident(String key) {
        return CodeDoor.resident(caseOf(key));
    }

    private static UUID caseOf(String key) {
        return UuidCreator.getNameBasedSha1(NAMESPACE, key);
    }

    /**
     * Opens the case; sent again, the form is answered as the first time.
     *
     * @param said everything that was said in the form
     */
    Receipt raise(IntakeRequests.Raise request, String key, String address, Map<String, String> said) {
        return desk.raise(caseOf(key), request, marks.of(resident(key), key, address, said));
    }
}
