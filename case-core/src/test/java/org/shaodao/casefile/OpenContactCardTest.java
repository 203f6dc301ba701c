package org.shaodao.casefile;

import static org.shaodao.casefile.IdentitySamples.HANDLER;
import static org.shaodao.casefile.IdentitySamples.card;
import static org.shaodao.casefile.Sample.*;

import org.junit.jupiter.api.Test;
import org.shaodao.demand.DemandKind;
import org.shaodao.fact.By;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refusal;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;

/** 打开联系卡. */
class OpenContactCardTest extends CaseFixture {
    @Test
    void the_named_handler_of_an_open_dispatch_opens_a_card() {
        given(whistled(accepted(1, HEATING_CLERK)))
                .when(card(HANDLER))
                .expectEvents(new IdentityEvent.ContactCardOpened(
                        HANDLER, minutes(2000), 1, HEATING, minutes(2480), words("约定上门时间")));
    }

    @Test
    void nobody_else_of_the_unit_opens_it_and_before_it_accepted_nobody_at_all() {
        refused(card(HEATING_CLERK), new CaseRefusal.NotTheHandler(1), whistled(accepted(1, HEATING_CLERK)));
        refused(card(HANDLER), new CaseRefusal.NotTheHandler(1), whistled());
    }

    @Test
    void after_the_final_reply_no_card_is_opened() {
        refused(
                card(HANDLER),
                new CaseRefusal.AlreadyDone(1, "REPLIED"),
                whistled(accepted(1, HEATING_CLERK), finalReply(1, HEATING_CLERK)));
    }

    @Test
    void a_tip_off_is_contacted_through_the_street_only() {
        refused(
                card(HANDLER),
                new CaseRefusal.ContactThroughTheStreet(),
                whistled(
                        new IntakeEvent.Corrected(
                                OFFICER,
                                minutes(16),
                                DemandKind.TIP_OFF,
                                raised().kind(),
                                raised().urgency(),
                                raised().urgency(),
                                raised().category(),
                                raised().category(),
                                raised().place(),
                                raised().place(),
                                null,
                                words("系举报")),
                        accepted(1, HEATING_CLERK)));
    }

    @Test
    void the_unit_complained_about_never_opens_one() {
        refused(card(HANDLER), new CaseRefusal.ConcernsTheUnit(HEATING), new Object[] {
            raised().withAbout(HEATING), whistleBlown(1), dispatched(1, lead(HEATING)), accepted(1, HEATING_CLERK)
        });
    }

    @Test
    void another_unit_and_those_who_only_watch_open_none() {
        refused(
                card(new By("handler-9", HOUSING, Role.UNIT, null)),
                new CaseRefusal.NotYourDispatch(1, HEATING),
                whistled(accepted(1, HEATING_CLERK)));
        refused(
                card(SUPERVISOR),
                new CommonRefusal.RoleMayNot("open-contact-card", "DISTRICT"),
                whistled(accepted(1, HEATING_CLERK)));
    }

    private void refused(IdentityCommand command, Refusal refusal, Object[] before) {
        given(before)
                .when(command)
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(refusal);
    }
}
