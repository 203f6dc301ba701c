package org.shaodao.view;

/** The view cannot be read yet: its first generation, or the first of this program's revision, is still being built. */
public final class ViewNotReady extends RuntimeException {
    ViewNotReady(String view) {
        super("View " + view + " is still being built");
    }
}
