package org.shaodao.inbox;

/** How many dispatches stand in each tab of a unit's inbox. */
public record InboxCounts(long toAcknowledge, long inHand, long done) {
    /** The number of one tab. */
    public long in(InboxTab tab) {
        return switch (tab) {
            case TO_ACKNOWLEDGE -> toAcknowledge;
            case IN_HAND -> inHand;
            case DONE -> done;
        };
    }
}
