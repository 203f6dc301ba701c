package org.shaodao.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A node that stalled, and was taken for dead, tells nothing a second time when it wakes. */
class ToldTest {
    private static final Generation COUNTING =
            new Generation("counting", 1, 1, GenerationState.LIVE, 1L, Instant.EPOCH, null);

    private final Town town = new Town();

    @AfterEach
    void closeTown() throws Exception {
        town.close();
    }

    @Test
    void whoever_asks_how_far_a_segment_is_told_waits_for_whoever_is_telling_it() {
        town.node("node", Town.QUICK, List.of(new CountingView())).start();
        UUID caseId = UUID.randomUUID();
        Told told = new Told(town.jdbc(), List.of(COUNTING));
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(town.database()));

        CompletableFuture<Map<Generation, Map<UUID, Long>>> other = transaction.execute(tx -> {
            told.of(0, List.of(caseId));
            var waiting = CompletableFuture.supplyAsync(
                    () -> new TransactionTemplate(new JdbcTransactionManager(town.database()))
                            .execute(also -> told.of(0, List.of(caseId))));
            await().until(() -> waiters() == 1);
            told.note(Map.of(COUNTING, new TreeMap<>(Map.of(caseId, 7L))));
            return waiting;
        });

        assertThat(other.join().get(COUNTING)).containsEntry(caseId, 7L);
    }

    private int waiters() {
        try (var connection = town.database().getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select count(*) from pg_locks where locktype = 'advisory' and not granted"
                                + " and database = (select oid from pg_database where datname = current_database())")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
