package org.shaodao.board;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.fact.Role;
import org.shaodao.problem.OneLine;
import org.shaodao.view.NotOlderThan;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The board: of a street's cases, of what a unit answers for, of the whole city. */
@RestController
@RequestMapping("/api/v1/board")
@Tag(name = "board", description = "挂牌销号: hard problems with owner and date, and what struck them off")
class BoardController {
    private final Board board;

    BoardController(Board board) {
        this.board = board;
    }

    /** A page of the board; {@code next} continues, the counts are of all that fits, whatever its state. */
    @Schema(name = "BoardPage")
    record Page(List<BoardRow> items, @Nullable String next, Map<BoardState, Long> counts) {}

    @GetMapping
    @PreAuthorize("hasAnyAuthority('STREET', 'UNIT', 'DISTRICT', 'AUDITOR')")
    @Operation(
            operationId = "board",
            summary = "A page of the board: what is open by its date, what is over with the last first")
    Page page(
            @RequestParam(defaultValue = "OPEN") BoardState state,
            @Parameter(description = "Why it is listed; left out = for any reason")
                    @RequestParam(required = false)
                    @Nullable Listing listing,
            @Parameter(description = "Whose cases; streets leave it out")
                    @RequestParam(required = false)
                    @OneLine
                    @Nullable String street,
            @Parameter(description = "The unit that answers for it; units leave it out")
                    @RequestParam(required = false)
                    @OneLine
                    @Nullable String owner,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            @Parameter(description = "Not older than version minVersion of this case")
                    @RequestParam(required = false)
                    @Nullable UUID minCase,
            @RequestParam(required = false) @Nullable Long minVersion,
            @AuthenticationPrincipal Caller caller) {
        BoardPage page = board.page(
                query(caller, street, owner, listing, state, cursor, Math.clamp(limit, 1, BoardQuery.MOST)),
                minCase == null ? null : new NotOlderThan(minCase, Objects.requireNonNullElse(minVersion, 0L)));
        return new Page(page.items(), page.next() == null ? null : page.next().encode(), page.counts());
    }

    /** A street sees its own cases, a unit what it answers for. */
    static BoardQuery query(
            Caller caller,
            @Nullable String street,
            @Nullable String owner,
            @Nullable Listing listing,
            BoardState state,
            @Nullable String cursor,
            int limit) {
        return new BoardQuery(
                caller.role() == Role.STREET ? caller.unit() : street,
                caller.role() == Role.UNIT ? caller.unit() : owner,
                listing,
                state,
                cursor == null ? null : BoardCursor.decode(cursor),
                limit);
    }
}
