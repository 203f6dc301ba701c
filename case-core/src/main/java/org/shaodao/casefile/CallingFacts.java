package org.shaodao.casefile;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * 吹哨、派单. What is known of one dispatch beside how far its unit has come.
 *
 * @param own whether the street or a community of it handles it itself 自办, called by nobody
 * @param handover to whom its lead goes; null = to nobody
 */
@RecordBuilder
public record CallingFacts(Boolean own, @Nullable Handover handover) implements CallingFactsBuilder.With {
    static final CallingFacts NONE = new CallingFacts(false, null);

    /**
     * 首接负责. A lead that goes to another dispatch as soon as that one's unit accepts or replies.
     *
     * @param to number of that dispatch
     * @param previousLead what becomes of the lead then
     */
    public record Handover(Integer to, PreviousLead previousLead) {}
}
