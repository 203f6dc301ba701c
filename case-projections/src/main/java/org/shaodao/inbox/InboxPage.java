package org.shaodao.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a tab: the longest dispatched first, in a tab by time the first due, of what is done the last dispatched.
 *
 * @param next where the following page begins; null = this was the last
 * @param counts of the whole inbox, whatever was asked for
 */
public record InboxPage(List<InboxRow> rows, @Nullable InboxCursor next, InboxCounts counts) {}
