package org.shaodao.console;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.fact.Role;

/**
 * 回访. What a row of the telephone list offers: that nobody was reached is recorded at once; what ends the calling,
 * answers or a refusal to give any, has a form.
 *
 * @param form opens that form
 * @param action where a call is sent
 * @param key so that it is recorded once however often the button is pressed
 */
record Call(String form, String action, String key) {
    /** The calls that the reader may make, by the row they belong to. */
    static Map<ConsoleRow, Call> of(List<ConsoleRow> rows, DeskAsk ask, Caller caller) {
        Map<ConsoleRow, Call> calls = new HashMap<>();
        rows.stream()
                .filter(row -> row.waiting() == Waiting.FOLLOW_UP && mayCall(caller.role(), row))
                .forEach(row -> calls.put(row, of(row.caseId(), row.person(), ask)));
        return calls;
    }

    private static Call of(UUID caseId, @Nullable UUID person, DeskAsk ask) {
        DeskAsk asked = ask.opening(caseId).with(DeskStep.FOLLOW_UP, null, person);
        return new Call(
                asked.at(), asked.post(), UuidCreator.getTimeOrderedEpoch().toString());
    }

    /** A street calls about what it runs itself, the district about any case. */
    private static boolean mayCall(Role role, ConsoleRow row) {
        return role == Role.DISTRICT || role == Role.STREET && row.desk() == ConsoleDesk.STREET;
    }
}
