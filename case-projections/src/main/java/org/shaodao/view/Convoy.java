package org.shaodao.view;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 同行. The live generations that are told together: every event costs them one transaction and one place in the log
 * instead of one each. A convoy never changes; with each change another is formed, whose place in the log is new, so that
 * whoever still works for the one before can store nothing more.
 */
final class Convoy {
    private final JdbcClient jdbc;
    private final Tokens tokens;

    Convoy(JdbcClient jdbc, Tokens tokens) {
        this.jdbc = jdbc;
        this.tokens = tokens;
    }

    /** Those of these generations that go together now. */
    static List<Generation> of(List<Generation> generations) {
        return generations.stream()
                .filter(generation -> generation.convoy() != null)
                .toList();
    }

    /** How far a convoy has come, by segment; it comes no further before this transaction ends. */
    Map<Integer, Long> hold(List<Generation> convoy) {
        return convoy.isEmpty() ? Map.of() : tokens.hold(convoy.getFirst().processor());
    }

    /** Takes generations in, none of which is behind; the first ones begin where the hindmost of them is. */
    void take(List<Generation> convoy, List<Generation> joining) {
        form(Stream.concat(convoy.stream(), joining.stream()).toList(), convoy.isEmpty() ? joining : convoy);
        places(joining).forEach(tokens::delete);
    }

    /** Lets a generation out that is not told any more. */
    void release(List<Generation> convoy, Generation retired) {
        form(convoy.stream().filter(generation -> !generation.equals(retired)).toList(), convoy);
    }

    /** Lets generations out, which go on alone from here. */
    void part(List<Generation> convoy, Collection<Generation> leaving) {
        leaving.forEach(alone -> {
            tokens.delete(alone.name());
            tokens.createBehind(places(convoy), alone.name());
        });
        form(convoy.stream().filter(generation -> !leaving.contains(generation)).toList(), convoy);
    }

    private void form(List<Generation> convoy, List<Generation> behind) {
        long number =
                jdbc.sql("select nextval('views.convoy')").query(Long.class).single();
        if (!convoy.isEmpty()) {
            tokens.createBehind(places(behind), Generation.convoy(number));
        }
        Convoy.of(behind).stream().map(Generation::processor).distinct().forEach(tokens::delete);
        jdbc.sql("update views.generation set convoy = null where convoy is not null")
                .update();
        convoy.forEach(
                generation -> jdbc.sql("update views.generation set convoy = ? where name = ? and generation = ?")
                        .params(number, generation.view(), generation.number())
                        .update());
    }

    private static List<String> places(List<Generation> generations) {
        return generations.stream().map(Generation::processor).distinct().toList();
    }
}
