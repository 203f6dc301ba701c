package org.shaodao.inbox;

/**
 * How many dispatches stand in each tab of a unit's inbox.
 *
 * @param dueToday how many are due by the end of the day, or were before
 * @param dueTomorrow how many are due on the day after it
 */
public record InboxCounts(
        long toAcknowledge,
        long inHand,
        long disputed,
        long dueSoon,
        long overdue,
        long done,
        long dueToday,
        long dueTomorrow) {
    /** The number of one tab. */
    public long in(InboxTab tab) {
        return switch (tab) {
            case TO_ACKNOWLEDGE -> toAcknowledge;
            case IN_HAND -> inHand;
            case DISPUTED -> disputed;
            case DUE_SOON -> dueSoon;
            case OVERDUE -> overdue;
            case DONE -> done;
        };
    }
}
