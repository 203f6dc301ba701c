package org.shaodao.view;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseFacts;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code known_case}, which every generation has: how far each case was projected and what is known of it. */
public final class KnownCases {
    /** Stands for the shape of {@link CaseFacts}: where it differs, all views begin anew. */
    static final int SHAPE = shape(CaseFacts.class, new TreeMap<>()).hashCode();

    static final String TABLE =
            "create table known_case (case_id uuid primary key, version bigint not null, facts json) with (fillfactor = 80)";
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Characters of what was read last: lists show the same cases again and again, and reading them costs most. */
    private static final long MOST = 5_000_000;

    private static final Cache<String, CaseFacts> READ = Caffeine.newBuilder()
            .maximumWeight(MOST)
            .weigher((String written, CaseFacts facts) -> written.length())
            .build();

    private KnownCases() {}

    /** What is known of the case of this row; null if nothing was raised. */
    public static @Nullable CaseFacts facts(ResultSet row) throws SQLException {
        String facts = row.getString("facts");
        return facts == null ? null : READ.get(facts, written -> JSON.readValue(written, CaseFacts.class));
    }

    static String write(CaseFacts facts) {
        return JSON.writeValueAsString(facts);
    }

    /** Every record that facts are made of, by its name, with the names and types of its parts. */
    static Map<String, String> shape(Class<?> type, Map<String, String> shapes) {
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
