package org.shaodao.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.clocks.ClocksView;
import org.shaodao.history.HistoryView;
import org.shaodao.inbox.InboxView;

class KnownCasesTest {
    private static Town town;

    @BeforeAll
    static void openTown() {
        town = new Town();
        town.node("node", Town.QUICK, List.of(new InboxView(), new HistoryView(), new ClocksView()))
                .start();
    }

    @AfterAll
    static void closeTown() throws Exception {
        town.close();
    }

    @Test
    void views_that_hold_facts_of_another_shape_begin_anew() {
        assertThat(KnownCases.REVISION + " " + shape(CaseFacts.class, new TreeMap<>()))
                .as("write the new shape here and raise KnownCases.REVISION")
                .isEqualTo("1 {CaseFacts=demand Demand, phase CasePhase, whistles SortedMap<Integer String>,"
                        + " dispatches SortedMap<Integer DispatchFacts>, answered Boolean, clocks List<ClockFacts>,"
                        + " ClockFacts=dispatch Integer, kind ClockKind, round Integer, startedAt Instant,"
                        + " dueAt Instant, provisional Boolean, endedAt Instant, missed Boolean, lapsed Boolean,"
                        + " Demand=number String, street String, raisedBy String, kind DemandKind,"
                        + " urgency Urgency, channel Channel,"
                        + " category String, place String, subject String, raisedAt Instant, outside OutsideNumber,"
                        + " DispatchFacts=number Integer, whistle Integer, unit String, role DispatchRole, state State,"
                        + " round Integer, handler String, dispatchedAt Instant, people SortedSet<String>,"
                        + " OutsideNumber=source String, number String}");
    }

    @Test
    void no_two_views_have_a_table_of_the_same_name() {
        Set<String> shared = new TreeSet<>(town.tables("view_inbox_1"));
        assertThat(shared).hasSizeGreaterThan(2);

        for (String other : List.of("view_history_1", "view_clocks_1")) {
            Set<String> both = new TreeSet<>(shared);
            both.retainAll(town.tables(other));
            assertThat(both).containsExactly("known_case");
            shared.addAll(town.tables(other));
        }
    }

    private static Map<String, String> shape(Class<?> type, Map<String, String> shapes) {
        StringBuilder shape = new StringBuilder();
        for (RecordComponent component : type.getRecordComponents()) {
            shape.append(shape.isEmpty() ? "" : ", ")
                    .append(component.getName())
                    .append(' ')
                    .append(name(component.getGenericType(), shapes));
        }
        shapes.put(type.getSimpleName(), shape.toString());
        return shapes;
    }

    private static String name(Type type, Map<String, String> shapes) {
        if (type instanceof ParameterizedType generic) {
            StringBuilder name = new StringBuilder(name(generic.getRawType(), shapes));
            for (Type argument : generic.getActualTypeArguments()) {
                name.append(name.indexOf("<") < 0 ? "<" : " ").append(name(argument, shapes));
            }
            return name.append('>').toString();
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isRecord() && !shapes.containsKey(raw.getSimpleName())) {
            shape(raw, shapes);
        }
        return raw.getSimpleName();
    }
}
