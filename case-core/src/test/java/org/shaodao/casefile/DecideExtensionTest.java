package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shaodao.fact.By;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;

/** 延期审批. */
class DecideExtensionTest extends CaseFixture {
    private static final Instant LESS = LATER.minusSeconds(3 * 86_400);
    /** Ten working days after the due instant of 2026-01-19. */
    private static final Instant LONGEST = Instant.parse("2026-02-02T09:30:00Z");

    DecideExtensionTest() {
        super(() -> minutes(2000), SampleRules.RULES);
    }

    private static ExtensionCommand.DecideExtension decide(By by, boolean granted, @Nullable Instant until) {
        return new ExtensionCommand.DecideExtension(CASE, by, minutes(2000), 1, granted, until, words("情况属实"));
    }

    @Test
    void the_deadline_moves_with_the_decision_and_stays_in_its_round() {
        given(whistled(clocks(), extensionAsked()))
                .when(decide(OFFICER, true, LATER))
                .expectEvents(granted(LATER), extended(LATER));
    }

    @Test
    void less_may_be_granted_than_was_asked_for() {
        given(whistled(clocks(), extensionAsked()))
                .when(decide(OFFICER, true, LESS))
                .expectEvents(granted(LESS), extended(LESS));
    }

    @Test
    void a_denied_one_moves_nothing() {
        given(whistled(clocks(), extensionAsked()))
                .when(decide(OFFICER, false, null))
                .expectEvents(new ExtensionEvent.ExtensionDenied(OFFICER, minutes(2000), 1, HEATING, words("情况属实")));
    }

    @Test
    void the_policy_pack_says_how_much() {
        refuses(
                decide(OFFICER, true, LONGEST.plusMillis(1)),
                new CaseRefusal.ExtensionTooLong(LONGEST.plusMillis(1), LONGEST));
    }

    @Test
    void what_is_granted_has_a_due_instant_and_what_is_denied_has_none() {
        refuses(decide(OFFICER, true, null), new CaseRefusal.ExtensionMismatch(true));
        refuses(decide(OFFICER, false, LATER), new CaseRefusal.ExtensionMismatch(false));
    }

    @Test
    void nobody_grants_what_they_asked_for() {
        By both = new By("system", STREET, Role.STREET, HEATING_CLERK.person());
        refuses(decide(both, true, LATER), new CaseRefusal.OwnAct("decide-extension"));
    }

    @Test
    void without_a_request_there_is_nothing_to_decide() {
        given(whistled(clocks()))
                .when(decide(OFFICER, true, LATER))
                .expectExceptionDetails(new CaseRefusal.NoExtensionAsked(1));
    }

    private static ExtensionEvent.ExtensionGranted granted(Instant until) {
        return new ExtensionEvent.ExtensionGranted(OFFICER, minutes(2000), 1, HEATING, until, words("情况属实"));
    }

    private void refuses(CaseCommand command, CaseRefusal why) {
        given(whistled(clocks(), extensionAsked()))
                .when(command)
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(why);
    }
}
