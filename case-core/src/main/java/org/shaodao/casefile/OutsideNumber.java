package org.shaodao.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 上级工单号. The number a matter has in another system.
 *
 * @param source that system, for example a city hotline
 * @param number unique within the source
 * @param dueAt 上级时限, until when that system wants the matter ended; null if it does not say. It starts the clock
 *     {@link org.shaodao.clocks.ClockKind#OUTSIDE}, which is no promise of ours
 */
public record OutsideNumber(
        String source, String number, @Nullable Instant dueAt) {
    public OutsideNumber(String source, String number) {
        this(source, number, null);
    }
}
