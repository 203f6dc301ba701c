package org.shaodao.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class ManyWritersTest {
    @Test
    void heavy_conflicts_hurt_no_innocent_neighbour() throws Exception {
        try (TestStore store = TestStore.fresh()) {
            Tail tail = new Tail(store);
            Crowd crowd = new Crowd();
            crowd.write(store, "a", 200);

            crowd.assertTruth(store);
            tail.assertSawEverythingInOrder();
            assertThat(crowd.conflicts).hasPositiveValue();
            assertThat(crowd.innocentsHurt).isEmpty();
            assertThat(crowd.unknown).isEmpty();
            assertThat(store.meters.get("shaodao.append.conflicts").counter().count())
                    .isEqualTo(crowd.conflicts.get());
        }
    }

    @Test
    void killed_backends_lose_nothing_and_double_nothing() throws Exception {
        try (TestStore store = TestStore.fresh()) {
            Tail tail = new Tail(store);
            Crowd crowd = new Crowd();
            var writing = CompletableFuture.runAsync(() -> write(crowd, store, "a", 120));
            int kills = 0;
            while (!writing.isDone()) {
                TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(5, 60));
                kills += store.killAppenders();
            }
            writing.join();

            crowd.assertTruth(store);
            tail.assertSawEverythingInOrder();
            assertThat(kills).isGreaterThan(10);
            assertThat(store.reconnects()).isPositive();
            assertThat(crowd.innocentsHurt).isEmpty();
            assertThat(crowd.unknown).isEmpty();
        }
    }

    @Test
    void two_nodes_share_one_order() throws Exception {
        PGSimpleDataSource database = (PGSimpleDataSource) TestStore.freshDatabase();
        try (TestStore here = TestStore.on(database, TestStore.PATIENT);
                TestStore beside = TestStore.on(database, TestStore.PATIENT)) {
            Tail tail = new Tail(here);
            Crowd crowd = new Crowd();
            Process elsewhere = OtherNode.start(database, "elsewhere", 80);
            var besideWriting = CompletableFuture.runAsync(() -> write(crowd, beside, "beside", 80));
            // Here the writing goes on until the process that starts slowly has joined in and left again.
            int round = 0;
            do {
                crowd.write(here, "here " + round++, 30);
            } while (elsewhere.isAlive() && elsewhere.getInputStream().available() == 0);
            besideWriting.join();
            OtherNode.join(elsewhere, crowd);

            crowd.assertTruth(here);
            tail.assertSawEverythingInOrder();
            assertThat(crowd.innocentsHurt).isEmpty();
            assertThat(crowd.unknown).isEmpty();
            assertThat(here.sql
                            .sql("select count(*) from es.event where aggregate_id like 'elsewhere %'")
                            .query(Integer.class)
                            .single())
                    .isPositive();
        }
    }

    private static void write(Crowd crowd, TestStore store, String name, int writesPerThread) {
        try {
            crowd.write(store, name, writesPerThread);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
