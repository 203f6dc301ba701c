package org.shaodao.lanes;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The drawing, in pixels from the top left, ready for any canvas.
 *
 * @param lanes the case's own first
 */
public record Picture(int width, int height, List<Tick> ticks, List<Lane> lanes) {
    /** A moment named on the axis. */
    public record Tick(double x, Instant at) {}

    /**
     * A lane.
     *
     * @param unit code; null = the case itself
     * @param dispatch number; null = the case itself
     * @param duty code of the role; null = the case itself
     * @param from where its line begins, and where it ends
     * @param goesOn whether it has not ended
     */
    public record Lane(
            @Nullable String unit,
            @Nullable Integer dispatch,
            @Nullable String duty,
            int y,
            double from,
            double to,
            boolean goesOn,
            List<Mark> marks,
            List<Due> dues) {}

    /**
     * A sign on a lane, which leads to its event.
     *
     * @param tone the end of the name of a CSS class: red where it came too late
     * @param labelled whether there is room to say beside it what it is
     * @param labelY where that stands
     * @param minutes how long it took; null = not told
     * @param version the number of the event within the case
     */
    public record Mark(
            Sign sign,
            String tone,
            double x,
            boolean labelled,
            int labelY,
            @Nullable Long minutes,
            Instant at,
            long version) {}

    /**
     * When something was to be done ┊.
     *
     * @param clock code of its kind
     * @param tone the end of the name of a CSS class: red where it was missed
     */
    public record Due(double x, String clock, String tone, boolean labelled, int labelY, Instant at) {}
}
