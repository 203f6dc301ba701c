package org.shaodao.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaodao.view.GenerationState;
import org.shaodao.view.Progress;
import org.shaodao.view.ViewStatus;
import org.shaodao.view.ViewStatus.GenerationStatus;

class ViewWiringTest {
    @Test
    void a_view_that_cannot_be_read_does_not_look_as_if_it_were_up_to_date() {
        assertThat(ViewWiring.lag(inbox(GenerationState.BUILDING, 10, 12))).isNaN();
        assertThat(ViewWiring.lag(inbox(GenerationState.LIVE, 10, 12))).isEqualTo(2);
        assertThat(ViewWiring.lag(inbox(GenerationState.LIVE, 12, 12))).isZero();
    }

    private static ViewStatus inbox(GenerationState state, long done, long head) {
        Progress progress = new Progress(done, head, 0, null);
        return new ViewStatus("inbox", 1, List.of(new GenerationStatus(1, 1, state, Instant.EPOCH, progress, null)));
    }
}
