package org.shaodao.view;

/** The view cannot be read yet: its first generation, or the first of this program's revision, is still being built. */
public final class ViewNotReady extends RuntimeException {
    private final String view;
    private final Progress progress;

    ViewNotReady(String view, Progress progress) {
        super("View " + view + " is still being built: " + progress.done() + " of " + progress.head() + " events");
        this.view = view;
        this.progress = progress;
    }

    public String view() {
        return view;
    }

    /** How far the build is, for whoever waits. */
    public Progress progress() {
        return progress;
    }
}
