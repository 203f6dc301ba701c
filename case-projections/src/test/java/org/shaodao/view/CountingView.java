package org.shaodao.view;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts events in a way that shows every one missed or told twice. */
final class CountingView implements View {
    private final String name;
    private final int revision;
    private volatile BiConsumer<Batch, JdbcClient> trouble = (batch, jdbc) -> {};

    CountingView() {
        this(1);
    }

    CountingView(int revision) {
        this("counting", revision);
    }

    CountingView(String name, int revision) {
        this.name = name;
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
        return name;
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
    public String tables() {
        return """
                create table %1$s_seen (case_id uuid not null, version bigint not null, primary key (case_id, version));
                create table %1$s_total (segment int primary key, n bigint not null);""".formatted(name);
    }

    @Override
    public void project(Batch batch, JdbcClient jdbc) {
        Columns.of(batch.events())
                .with(Recorded::caseId)
                .with(Recorded::version)
                .write(jdbc, "insert into %s_seen select * from unnest(?::uuid[], ?::bigint[])".formatted(name));
        jdbc.sql("""
                insert into %s_total as t values (?, ?)
                on conflict (segment) do update set n = t.n + excluded.n""".formatted(name))
                .params(batch.segment(), batch.events().size())
                .update();
        trouble.accept(batch, jdbc);
    }

    static long seen(Views views) {
        return seen(views, "counting");
    }

    static long seen(Views views, String name) {
        return one(views, name, "select count(*) from %s_seen");
    }

    static long total(Views views) {
        return total(views, "counting");
    }

    static long total(Views views, String name) {
        return one(views, name, "select coalesce(sum(n), 0) from %s_total");
    }

    private static long one(Views views, String name, String sql) {
        return views.read(
                name,
                null,
                jdbc -> jdbc.sql(sql.formatted(name)).query(Long.class).single());
    }
}
