package org.shaodao.view;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts events in a way that shows every one missed or told twice. */
final class CountingView implements View {
    private final int revision;
    private volatile BiConsumer<Batch, JdbcClient> trouble = (batch, jdbc) -> {};

    CountingView() {
        this(1);
    }

    CountingView(int revision) {
        this.revision = revision;
    }

    /** Called after the batch was written, before it is committed. */
    CountingView with(Consumer<Batch> trouble) {
        return with((batch, jdbc) -> trouble.accept(batch));
    }

    CountingView with(BiConsumer<Batch, JdbcClient> trouble) {
        this.trouble = trouble;
        return this;
    }

    @Override
    public String name() {
        return "counting";
    }

    @Override
    public int revision() {
        return revision;
    }

    /** Counts events whatever is known of their cases. */
    @Override
    public int builtAs() {
        return revision;
    }

    @Override
    public void project(Batch batch, JdbcClient jdbc) {
        Columns.of(batch.events())
                .with(Recorded::caseId)
                .with(Recorded::version)
                .write(jdbc, "insert into seen select * from unnest(?::uuid[], ?::bigint[])");
        jdbc.sql("""
                insert into total as t values (?, ?)
                on conflict (segment) do update set n = t.n + excluded.n""").params(batch.segment(), batch.events().size()).update();
        trouble.accept(batch, jdbc);
    }

    static long seen(Views views) {
        return views.read(
                "counting",
                null,
                jdbc -> jdbc.sql("select count(*) from seen").query(Long.class).single());
    }

    static long total(Views views) {
        return views.read(
                "counting",
                null,
                jdbc -> jdbc.sql("select coalesce(sum(n), 0) from total")
                        .query(Long.class)
                        .single());
    }
}
