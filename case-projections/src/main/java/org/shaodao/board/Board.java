package org.shaodao.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.view.Columns;
import org.shaodao.view.NotOlderThan;
import org.shaodao.view.UpTo;
import org.shaodao.view.Views;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 挂牌销号. Reads the board: what is not over by its due instant, what is over with the last first. */
public final class Board {
    private static final String ITEMS = """
            select b.*, k.version
            from board_item b join known_board k on k.case_id = b.case_id
            where b.state = :state""";

    private final Views views;

    public Board(Views views) {
        this.views = views;
    }

    /**
     * One page of the board.
     *
     * @param minimum what the reader has just written and must see; null = whatever is there
     */
    public BoardPage page(BoardQuery query, @Nullable NotOlderThan minimum) {
        Seen seen = views.read(BoardView.NAME, minimum, jdbc -> new Seen(found(query, jdbc), counts(query, jdbc)));
        boolean more = seen.found().size() > query.limit();
        List<Found> page = more ? seen.found().subList(0, query.limit()) : seen.found();
        return new BoardPage(
                views.tell(page, Found::upTo, Found::row), more ? page.getLast().place() : null, seen.counts());
    }

    private record Seen(List<Found> found, Map<BoardState, Long> counts) {}

    /** A page and one item more, by which it is known whether there is a next one. */
    private static List<Found> found(BoardQuery query, JdbcClient jdbc) {
        boolean lastFirst = query.state().over();
        BoardCursor after = query.after();
        String sql = ITEMS
                + filter(query, "b.")
                + (after == null
                        ? ""
                        : " and (b.sorted_at, b.case_id, b.listing, b.number) %s (:at, :caseId, :listedAs, :number)"
                                .formatted(lastFirst ? "<" : ">"))
                + " order by b.sorted_at%1$s, b.case_id%1$s, b.listing%1$s, b.number%1$s limit :limit"
                        .formatted(lastFirst ? " desc" : "");
        return filtered(jdbc.sql(sql), query)
                .param("state", query.state().name())
                .param("at", after == null ? null : Columns.timestamp(after.at()))
                .param("caseId", after == null ? null : after.caseId())
                .param("listedAs", after == null ? null : after.listing().name())
                .param("number", after == null ? null : after.number())
                .param("limit", query.limit() + 1)
                .query((row, i) -> Found.of(row))
                .list();
    }

    private static Map<BoardState, Long> counts(BoardQuery query, JdbcClient jdbc) {
        Map<BoardState, Long> counts = new EnumMap<>(BoardState.class);
        String sql = "select state, sum(n) as n from board_tally where true" + filter(query, "")
                + " group by state having sum(n) <> 0";
        filtered(jdbc.sql(sql), query).query(row -> {
            counts.put(BoardState.valueOf(row.getString("state")), row.getLong("n"));
        });
        return counts;
    }

    private static String filter(BoardQuery query, String of) {
        return (query.street() == null ? "" : " and " + of + "street = :street")
                + (query.owner() == null ? "" : " and " + of + "owner = :owner")
                + (query.listing() == null ? "" : " and " + of + "listing = :listing");
    }

    private static JdbcClient.StatementSpec filtered(JdbcClient.StatementSpec statement, BoardQuery query) {
        return statement
                .param("street", query.street())
                .param("owner", query.owner())
                .param(
                        "listing",
                        query.listing() == null ? null : query.listing().name());
    }

    /** A row of {@link #ITEMS}. */
    private record Found(
            UpTo upTo,
            Listing listing,
            long number,
            String owner,
            BoardState state,
            Instant listedAt,
            @Nullable Instant dueAt,
            @Nullable Instant endedAt,
            @Nullable Long endedBy,
            Instant sortedAt) {
        static Found of(ResultSet row) throws SQLException {
            return new Found(
                    new UpTo(row.getObject("case_id", UUID.class), row.getLong("version")),
                    Listing.valueOf(row.getString("listing")),
                    row.getLong("number"),
                    row.getString("owner"),
                    BoardState.valueOf(row.getString("state")),
                    Columns.instant(row, "listed_at"),
                    row.getObject("due_at") == null ? null : Columns.instant(row, "due_at"),
                    row.getObject("ended_at") == null ? null : Columns.instant(row, "ended_at"),
                    row.getObject("ended_by", Long.class),
                    Columns.instant(row, "sorted_at"));
        }

        BoardCursor place() {
            return new BoardCursor(sortedAt, upTo.caseId(), listing, number);
        }

        BoardRow row(CaseFacts facts) {
            return new BoardRow(
                    upTo.caseId(),
                    listing,
                    listing == Listing.PARKED ? null : number,
                    facts.demand().number(),
                    facts.demand().street(),
                    facts.demand().category(),
                    facts.demand().place(),
                    facts.demand().subject(),
                    owner,
                    state,
                    listedAt,
                    dueAt,
                    endedAt,
                    endedBy,
                    upTo.version());
        }
    }
}
