package org.shaodao.parts;

import java.util.List;

/** What a unit does with its dispatch, in the order in which work goes. */
public final class UnitSteps {
    public static final List<String> ALL = List.of(
            "acknowledge",
            "accept",
            "contact",
            "arrive",
            "reply",
            "report-on-supervision",
            "leave",
            "assign-inside",
            "ask-particulars",
            "ask-extension",
            "ask-for-unit",
            "hand-back");

    private UnitSteps() {}
}
