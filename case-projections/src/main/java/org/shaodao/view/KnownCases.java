package org.shaodao.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseFacts;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code known_case}, which every generation has: how far each case was projected and what is known of it. */
public final class KnownCases {
    /** Raised whenever the shape of {@link CaseFacts} changes, or what an event makes of them: all views begin anew. */
    static final int REVISION = 1;

    static final String TABLE =
            "create table known_case (case_id uuid primary key, version bigint not null, facts json) with (fillfactor = 80)";
    private static final JsonMapper JSON = JsonMapper.shared();

    private KnownCases() {}

    /** What is known of the case of this row; null if nothing was raised. */
    public static @Nullable CaseFacts facts(ResultSet row) throws SQLException {
        String facts = row.getString("facts");
        return facts == null ? null : JSON.readValue(facts, CaseFacts.class);
    }

    static @Nullable String write(@Nullable CaseFacts facts) {
        return facts == null ? null : JSON.writeValueAsString(facts);
    }
}
