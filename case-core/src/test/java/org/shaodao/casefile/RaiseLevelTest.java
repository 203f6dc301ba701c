package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shaodao.fact.By;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refusal;

/** 提级. */
class RaiseLevelTest extends CaseFixture {
    @Test
    void the_next_level_is_meant_where_none_is_named() {
        given(whistled(raised(Level.DISTRICT))).when(raise(SUPERVISOR, null)).expectEvents(raised(Level.CITY));
    }

    @Test
    void a_level_may_be_leapt_over() {
        given(whistled()).when(raise(SUPERVISOR, Level.CITY)).expectEvents(raised(Level.CITY));
    }

    @Test
    void a_level_never_falls() {
        refuses(SUPERVISOR, Level.DISTRICT, new CaseRefusal.LevelNotHigher("CITY"), raised(Level.CITY));
        refuses(SUPERVISOR, null, new CaseRefusal.LevelNotHigher("CITY"), raised(Level.CITY));
    }

    @Test
    void the_street_does_not_decide_who_watches_it() {
        refuses(OFFICER, null, new CommonRefusal.RoleMayNot("raise-level", "STREET"));
    }

    private void refuses(By by, @Nullable Level level, Refusal why, Object... since) {
        given(whistled(since)).when(raise(by, level)).expectNoEvents().expectExceptionDetails(why);
    }

    private static SupervisionCommand.RaiseLevel raise(By by, @Nullable Level level) {
        return new SupervisionCommand.RaiseLevel(CASE, by, minutes(600), level, null, words("涉及多部门"));
    }

    private static SupervisionEvent.LevelRaised raised(Level level) {
        return new SupervisionEvent.LevelRaised(
                SUPERVISOR, minutes(600), null, null, null, null, null, level, words("涉及多部门"));
    }
}
