package org.shaodao.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One view as it stands.
 *
 * @param revision of the program
 * @param generations whose tables exist, oldest first
 */
public record ViewStatus(String name, int revision, List<GenerationStatus> generations) {
    /** One filling of the view's tables. */
    public record GenerationStatus(
            int number,
            int revision,
            GenerationState state,
            Instant createdAt,
            Progress progress,
            @Nullable Failure failure) {}

    /**
     * Why a generation does not go on. It is tried again with growing pauses, at most a minute long.
     *
     * @param caseId the first case of the batch that does not pass; null if this node cannot read the log or claim its
     *     share of the work
     */
    public record Failure(
            @Nullable UUID caseId, String error, @Nullable Instant at, int attempts) {}

    /** The generation that is read. */
    public Optional<GenerationStatus> live() {
        return in(GenerationState.LIVE);
    }

    /** The generation that is being built, if one is. */
    public Optional<GenerationStatus> building() {
        return in(GenerationState.BUILDING);
    }

    private Optional<GenerationStatus> in(GenerationState state) {
        return generations.stream().filter(g -> g.state() == state).findFirst();
    }
}
