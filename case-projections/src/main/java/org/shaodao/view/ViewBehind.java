package org.shaodao.view;

/** The view did not reach the version that was asked for in time; it may a moment later. */
public final class ViewBehind extends RuntimeException {
    private final String view;
    private final NotOlderThan minimum;

    ViewBehind(String view, NotOlderThan minimum) {
        super("View " + view + " has not reached version " + minimum.version() + " of case " + minimum.caseId());
        this.view = view;
        this.minimum = minimum;
    }

    public String view() {
        return view;
    }

    public NotOlderThan minimum() {
        return minimum;
    }
}
