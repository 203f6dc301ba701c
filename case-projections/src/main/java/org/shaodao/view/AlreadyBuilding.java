package org.shaodao.view;

/** A view is being rebuilt already; a second time at once would only double the work. */
public final class AlreadyBuilding extends RuntimeException {
    private final String view;
    private final int generation;

    AlreadyBuilding(String view, int generation) {
        super("Generation " + generation + " of view " + view + " is being built already");
        this.view = view;
        this.generation = generation;
    }

    public String view() {
        return view;
    }

    public int generation() {
        return generation;
    }
}
