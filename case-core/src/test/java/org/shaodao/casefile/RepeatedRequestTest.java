package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.util.Map;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refused;

/** A request that arrives again, by a nervous finger or a lost answer. */
class RepeatedRequestTest extends CaseFixture {
    private static final Map<String, ?> REQUEST = Map.of("commandId", "c-1", "requestHash", "h-1");
    private static final WorkCommand.Acknowledge ACKNOWLEDGE =
            new WorkCommand.Acknowledge(CASE, HEATING_CLERK, minutes(12), 1);

    private static Object[] acknowledgedByRequest() {
        return whistled(new GenericEventMessage<>(acknowledged(1, HEATING_CLERK), REQUEST));
    }

    @Test
    void gets_the_receipt_of_its_first_time_and_does_nothing() {
        given(acknowledgedByRequest())
                .when(ACKNOWLEDGE, REQUEST)
                .expectNoEvents()
                .expectResultMessagePayload(new Receipt(CASE, NUMBER, 4L, null));
    }

    @Test
    void with_another_body_is_refused() {
        given(acknowledgedByRequest())
                .when(ACKNOWLEDGE, Map.of("commandId", "c-1", "requestHash", "h-2"))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CommonRefusal.RequestDiffers());
    }

    @Test
    void under_another_identity_is_a_new_request() {
        given(acknowledgedByRequest())
                .when(ACKNOWLEDGE, Map.of("commandId", "c-2", "requestHash", "h-1"))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.AlreadyDone(1, "ACKNOWLEDGED"));
    }

    @Test
    void a_caller_who_decided_upon_an_older_version_is_told() {
        given(whistled())
                .when(ACKNOWLEDGE, Map.of("expectedVersion", "2"))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CommonRefusal.VersionChanged(2L, 3L));
    }
}
