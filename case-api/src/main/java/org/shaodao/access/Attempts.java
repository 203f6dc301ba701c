package org.shaodao.access;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shaodao.vault.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts wrong passwords and codes, for all nodes and through restarts, and says when somebody is heard again. */
@Repository
class Attempts {
    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Clock clock;

    Attempts(JdbcClient jdbc, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * How many wrong attempts are borne.
     *
     * @param free how many before the first wait
     * @param window after so long without one all are forgotten
     * @param pause the first wait; each further wrong attempt doubles it
     * @param longest the longest wait
     */
    record Patience(int free, Duration window, Duration pause, Duration longest) {
        Duration after(int wrong) {
            if (wrong < free) {
                return Duration.ZERO;
            }
            int doublings = Math.min(wrong - free, 20);
            Duration grown = pause.multipliedBy(1L << doublings);
            return grown.compareTo(longest) > 0 ? longest : grown;
        }
    }

    /** What is attempted, and whose it is: only a digest of that is kept. */
    String subject(String kind, String whose) {
        return kind + ' ' + secrets.hmac(Secrets.Purpose.ATTEMPT, whose.getBytes(StandardCharsets.UTF_8));
    }

    /** When all of these are heard again; empty = now. */
    Optional<Instant> deafUntil(String... subjects) {
        return jdbc.sql("select max(heard_at) from access.attempt where subject in (:subjects) and heard_at > :now")
                .param("subjects", List.of(subjects))
                .param("now", at(clock.instant()))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** When each of these is heard again; who is heard now is not among them. */
    Map<String, Instant> deaf(Collection<String> subjects) {
        Map<String, Instant> heard = new HashMap<>();
        if (!subjects.isEmpty()) {
            jdbc.sql("select subject, heard_at from access.attempt where subject in (:subjects) and heard_at > :now")
                    .param("subjects", subjects)
                    .param("now", at(clock.instant()))
                    .query(rs -> {
                        heard.put(
                                rs.getString("subject"),
                                rs.getObject("heard_at", OffsetDateTime.class).toInstant());
                    });
        }
        return heard;
    }

    /** One more wrong attempt. What nobody has tried for longer than any window is forgotten with it. */
    void wrong(String subject, Patience patience) {
        Instant now = clock.instant();
        int wrong = jdbc.sql("""
                        insert into access.attempt as a (subject, wrong, last_at, heard_at)
                        values (:subject, 1, :now, :now)
                        on conflict (subject) do update set
                          wrong = case when a.last_at < :since then 1 else a.wrong + 1 end, last_at = :now
                        returning wrong
                        """)
                .param("subject", subject)
                .param("now", at(now))
                .param("since", at(now.minus(patience.window())))
                .query(Integer.class)
                .single();
        Duration pause = patience.after(wrong);
        if (!pause.isZero()) {
            jdbc.sql("update access.attempt set heard_at = greatest(heard_at, ?) where subject = ?")
                    .params(at(now.plus(pause)), subject)
                    .update();
        }
        jdbc.sql("delete from access.attempt where last_at < ? and heard_at < ?")
                .params(at(now.minus(Duration.ofDays(1))), at(now))
                .update();
    }

    /** A right attempt, or an administrator's word: the wrong ones before it count no more. */
    void forget(String subject) {
        jdbc.sql("delete from access.attempt where subject = ?").param(subject).update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
