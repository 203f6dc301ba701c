package org.shaodao.nodes;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which nodes are at work on this database. Each says every second that it is there; all go by the clock of the
 * database. One that stops says so; one that was killed is missed after some seconds.
 */
public final class Nodes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Nodes.class);
    private static final Duration BEAT = Duration.ofSeconds(1);

    /** As long as Axon leaves a segment to a node that does not renew its claim. */
    private static final String SEEN = "seen_at > clock_timestamp() - interval '10 seconds'";

    private final JdbcClient jdbc;
    private final String self;
    private final ScheduledThreadPoolExecutor heart = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("node-heart-", 0).factory());
    private volatile Count count = new Count(1, 1);

    private record Count(int live, int alike) {}

    /** @param self the id of this node: another at every start */
    public Nodes(JdbcClient jdbc, String self) {
        this.jdbc = jdbc;
        this.self = self;
    }

    /**
     * Is there from now on.
     *
     * @param program the same for nodes that can share all their work
     */
    public void start(String program) {
        beat(program);
        long every = BEAT.toMillis();
        var _ = heart.scheduleWithFixedDelay(() -> beatOrSayWhyNot(program), every, every, TimeUnit.MILLISECONDS);
    }

    /** The id of this node. */
    public String self() {
        return self;
    }

    /** How many nodes are there, this one among them. */
    public int live() {
        return count.live();
    }

    /** How many of them run the same program, this one among them. */
    public int alike() {
        return count.alike();
    }

    /** Takes leave, so that the others take over at once. */
    @Override
    public void close() {
        heart.shutdownNow();
        try {
            jdbc.sql("delete from es.node where id = ?").param(self).update();
        } catch (DataAccessException e) {
            LOG.info("This node could not take leave; the others will miss it: {}", e.getMessage());
        }
    }

    private void beatOrSayWhyNot(String program) {
        try {
            beat(program);
        } catch (RuntimeException e) { // anything thrown on would end the beats for good
            LOG.warn("This node could not say that it is there: {}", e.getMessage());
        }
    }

    private void beat(String program) {
        jdbc.sql("""
                        insert into es.node (id, program, seen_at) values (?, ?, clock_timestamp())
                        on conflict (id) do update set seen_at = excluded.seen_at""").params(self, program).update();
        jdbc.sql("delete from es.node where seen_at < clock_timestamp() - interval '1 minute'")
                .update();
        count = jdbc.sql("select count(*), count(*) filter (where program = ?) from es.node where " + SEEN)
                .param(program)
                .query((row, i) -> new Count(Math.max(1, row.getInt(1)), Math.max(1, row.getInt(2))))
                .single();
    }
}
