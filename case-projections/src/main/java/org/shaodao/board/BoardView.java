package org.shaodao.board;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.view.Batch;
import org.shaodao.view.Change;
import org.shaodao.view.Columns;
import org.shaodao.view.Recorded;
import org.shaodao.view.View;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps a row for whatever was ever listed: with what struck it off once it is over. */
public final class BoardView implements View {
    static final String NAME = "board";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public void project(Batch batch, JdbcClient jdbc) {
        Map<Key, Row> rows = new LinkedHashMap<>();
        BoardTally tally = new BoardTally();
        for (Change change : batch.changes()) {
            Recorded recorded = change.recorded();
            Map<BoardItem.Key, BoardItem> before = BoardItem.of(change.before());
            Map<BoardItem.Key, BoardItem> after = new LinkedHashMap<>(BoardItem.of(change.after()));
            // A stop that is over is known no more: what ended it strikes it off.
            before.forEach((key, item) -> after.putIfAbsent(key, item.struckOff()));
            after.forEach((key, now) -> {
                BoardItem old = before.get(key);
                if (!now.equals(old)) {
                    tally.move(old, now);
                    rows.merge(new Key(recorded.caseId(), key), Row.of(now, old, recorded), Row::then);
                }
            });
        }
        write(rows.values(), jdbc);
        tally.write(batch.segment(), jdbc);
    }

    private record Key(UUID caseId, BoardItem.Key item) {}

    /**
     * A row to be written.
     *
     * @param listedAt when it was listed; of a row that is there already it stays
     * @param turned whether the last change ended it or took it up again
     * @param endedAt when it was over; null = it is not
     * @param endedBy version of the event that ended it
     */
    private record Row(
            UUID caseId,
            BoardItem item,
            Instant listedAt,
            boolean turned,
            @Nullable Instant endedAt,
            @Nullable Long endedBy) {
        static Row of(BoardItem now, @Nullable BoardItem old, Recorded recorded) {
            boolean over = now.state().over();
            return new Row(
                    recorded.caseId(),
                    now,
                    recorded.recordedAt(),
                    old == null || over != old.state().over(),
                    over ? recorded.recordedAt() : null,
                    over ? recorded.version() : null);
        }

        Row then(Row next) {
            return new Row(
                    caseId,
                    next.item,
                    listedAt,
                    turned || next.turned,
                    next.turned ? next.endedAt : endedAt,
                    next.turned ? next.endedBy : endedBy);
        }
    }

    private static void write(Collection<Row> rows, JdbcClient jdbc) {
        Columns.of(rows)
                .with(Row::caseId)
                .with(row -> row.item().listing())
                .with(row -> row.item().number())
                .with(row -> row.item().street())
                .with(row -> row.item().owner())
                .with(row -> row.item().dueAt())
                .with(row -> row.item().state())
                .with(Row::listedAt)
                .write(jdbc, """
                        insert into board_item (case_id, listing, number, street, owner, due_at, state, listed_at)
                        select * from unnest(
                            ?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::timestamptz[], ?::text[],
                            ?::timestamptz[])
                        on conflict (case_id, listing, number) do update
                        set street = excluded.street, owner = excluded.owner, due_at = excluded.due_at, state = excluded.state""");
        Columns.of(rows.stream().filter(Row::turned).toList())
                .with(Row::caseId)
                .with(row -> row.item().listing())
                .with(row -> row.item().number())
                .with(Row::endedAt)
                .with(Row::endedBy)
                .write(jdbc, """
                        update board_item b set ended_at = r.ended_at, ended_by = r.ended_by
                        from unnest(?::uuid[], ?::text[], ?::bigint[], ?::timestamptz[], ?::bigint[])
                            as r (case_id, listing, number, ended_at, ended_by)
                        where b.case_id = r.case_id and b.listing = r.listing and b.number = r.number""");
    }
}
