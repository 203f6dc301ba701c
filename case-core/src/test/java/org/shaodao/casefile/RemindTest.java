package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shaodao.fact.By;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refusal;

/** 催办. */
class RemindTest extends CaseFixture {
    @Test
    void a_unit_is_reminded_as_often_as_anybody_likes() {
        given(whistled(reminded())).when(remind(OFFICER, 1, null)).expectEvents(reminded());
    }

    @Test
    void the_product_may_remind_without_a_word() {
        given(whistled())
                .when(new SupervisionCommand.Remind(CASE, WATCHER, minutes(50), 1, null, null))
                .expectEvents(new SupervisionEvent.Reminded(WATCHER, minutes(50), 1, HEATING, null, null, null, null));
    }

    @Test
    void nobody_is_reminded_of_what_they_have_done() {
        refuses(OFFICER, 1, null, new CaseRefusal.NothingOwed(1), finalReply(1, HEATING_CLERK));
    }

    @Test
    void a_rung_is_one_of_the_ladder_in_force() {
        refuses(OFFICER, 1, "gallows", new CaseRefusal.UnknownCode("rung", "gallows"));
    }

    @Test
    void a_unit_does_not_remind_another() {
        refuses(HOUSING_CLERK, 1, null, new CommonRefusal.RoleMayNot("remind", "UNIT"));
    }

    @Test
    void another_street_does_not_know_of_the_case() {
        refuses(OTHER_STREET, 1, null, new CaseRefusal.UnknownCase());
    }

    @Test
    void who_was_not_called_is_not_reminded() {
        refuses(OFFICER, 3, null, new CaseRefusal.UnknownDispatch(3));
    }

    private void refuses(By by, int dispatch, @Nullable String rung, Refusal why, Object... since) {
        given(whistled(since)).when(remind(by, dispatch, rung)).expectNoEvents().expectExceptionDetails(why);
    }

    private static SupervisionCommand.Remind remind(By by, int dispatch, @Nullable String rung) {
        return new SupervisionCommand.Remind(CASE, by, minutes(50), dispatch, rung, words("请尽快签收"));
    }

    private static SupervisionEvent.Reminded reminded() {
        return new SupervisionEvent.Reminded(OFFICER, minutes(50), 1, HEATING, null, null, null, words("请尽快签收"));
    }
}
