package org.shaodao.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaodao.history.HistoryView;
import org.shaodao.inbox.InboxView;

/** A connection that goes from view to view does not have to be told its statements anew each time. */
class PreparedOnceTest {
    private static final String INBOX = "select count(*) from item";
    private static final String HISTORY = "select count(*) from listed_case";
    private static final int TIMES = 20;

    @Test
    void what_was_prepared_for_one_view_outlives_a_look_into_another() throws Exception {
        try (Town town = new Town()) {
            List<View> all = List.of(new InboxView(), new HistoryView());
            town.node("filling", Town.QUICK, all).start();
            HikariConfig one = new HikariConfig();
            one.setDataSource(town.database().getDataSource());
            one.setMaximumPoolSize(1);
            try (HikariDataSource connection = new HikariDataSource(one)) {
                Views views = new Views(town.node("reading", Town.QUICK, all, connection));
                for (int i = 0; i < TIMES; i++) {
                    count(views, "inbox", INBOX);
                    count(views, "history", HISTORY);
                }

                // The driver prepares what it has sent five times.
                assertThat(used(views, INBOX)).isGreaterThanOrEqualTo(TIMES - 5);
                assertThat(used(views, HISTORY)).isGreaterThanOrEqualTo(TIMES - 5);
            }
        }
    }

    private static long count(Views views, String view, String sql) {
        return views.read(view, null, jdbc -> jdbc.sql(sql).query(Long.class).single());
    }

    /** How often the server was asked by a statement it had prepared once. */
    private static long used(Views views, String sql) {
        return views.read(
                "inbox",
                null,
                jdbc -> jdbc.sql("""
                        select coalesce(max(generic_plans + custom_plans), 0) from pg_prepared_statements
                        where statement = ?""").param(sql).query(Long.class).single());
    }
}
