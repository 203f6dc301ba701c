package org.shaodao.inbox;

import com.github.f4b6a3.uuid.UuidCreator;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.ClockKind;

/**
 * A row of an inbox with its one primary action.
 *
 * @param id of its element
 * @param href opens it beside the list
 * @param step what is to be done next; null = only to look
 * @param action where a step is sent that needs no words, or else where its form is
 * @param key so that the step is taken once however often it is pressed
 * @param here whether it belongs to the tab that is shown
 */
record ShownRow(
        InboxRow row, String id, String href, @Nullable String step, String action, String key, boolean here) {
    static final String AT_ONCE = "acknowledge";

    static ShownRow of(InboxRow row, InboxAsk ask, boolean here) {
        String dispatch = row.caseId() + "." + row.dispatch();
        String step = next(row);
        InboxAsk opened = ask.opening(dispatch, null);
        return new ShownRow(
                row,
                "case-" + row.caseId() + '-' + row.dispatch(),
                opened.at("/inbox"),
                step,
                AT_ONCE.equals(step)
                        ? opened.at("/inbox/%s/%d/%s".formatted(row.caseId(), row.dispatch(), step))
                        : ask.opening(dispatch, step).at("/inbox"),
                UuidCreator.getTimeOrderedEpoch().toString(),
                here);
    }

    /** What the state and the clock that is due first ask for. */
    private static @Nullable String next(InboxRow row) {
        if (row.dispute() != null || row.tab() == InboxTab.DONE) {
            return row.clock() == ClockKind.SUPERVISION ? "report-on-supervision" : null;
        }
        return switch (row.state()) {
            case SENT -> AT_ONCE;
            case ACKNOWLEDGED -> "accept";
            case ACCEPTED -> {
                if (row.clock() == ClockKind.FIRST_CONTACT) {
                    yield "contact";
                }
                if (row.clock() == ClockKind.SUPERVISION) {
                    yield "report-on-supervision";
                }
                yield row.clock() == ClockKind.ARRIVAL ? "arrive" : "reply";
            }
            case REPLIED, ENDED -> null;
        };
    }

    /** Whether the step is taken by the button of the row itself. */
    public boolean atOnce() {
        return AT_ONCE.equals(step);
    }

    public boolean isOpen(InboxAsk ask) {
        return (row.caseId() + "." + row.dispatch()).equals(ask.open());
    }
}
