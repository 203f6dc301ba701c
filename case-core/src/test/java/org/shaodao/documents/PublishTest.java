package org.shaodao.documents;

import static org.shaodao.documents.DocumentSample.ADMINISTRATOR;
import static org.shaodao.documents.DocumentSample.CONTENT;
import static org.shaodao.documents.DocumentSample.NEW_YEAR;
import static org.shaodao.documents.DocumentSample.publish;
import static org.shaodao.documents.DocumentSample.published;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shaodao.fact.By;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;

/** 发布. What is published stays as it was published. */
class PublishTest {
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final String OTHER = "{\"id\": \"linxi\", \"version\": \"2\", \"entries\": []}\n";

    private final AggregateTestFixture<Library> fixture = new AggregateTestFixture<>(Library.class);

    @Test
    void a_version_is_kept_to_the_letter_and_answered_with_its_hash() {
        fixture.givenNoPriorActivity()
                .when(publish("1", NEW_YEAR, CONTENT))
                .expectEvents(published())
                .expectResultMessagePayload(new Publication(
                        DocumentKind.DUTY_LIST,
                        new VersionRef(
                                "linxi", "1", "71f8e63ea4a63456575d140abd3f056d6c81b96e1ec6798a3379bcedcc0735c8"),
                        NEW_YEAR,
                        0L));
    }

    @Test
    void the_same_version_with_the_same_content_is_answered_as_the_first_time() {
        fixture.given(published(), published("2", MARCH, OTHER))
                .when(publish("1", NEW_YEAR, CONTENT))
                .expectNoEvents()
                .expectResultMessagePayload(
                        new Publication(DocumentKind.DUTY_LIST, published().ref(), NEW_YEAR, 0L));
    }

    @Test
    void the_same_version_again_without_a_start_keeps_the_start_of_its_first_time() {
        fixture.given(published(), published("2", MARCH, OTHER))
                .when(publish(ADMINISTRATOR, MARCH, "1", null, CONTENT))
                .expectNoEvents()
                .expectResultMessagePayload(
                        new Publication(DocumentKind.DUTY_LIST, published().ref(), NEW_YEAR, 0L));
    }

    @Test
    void the_same_version_with_another_start_is_refused() {
        fixture.given(published())
                .when(publish("1", MARCH, CONTENT))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new DocumentRefusal.VersionExists("linxi", "1"));
    }

    @Test
    void a_version_without_a_start_is_in_force_from_now() {
        fixture.givenNoPriorActivity()
                .when(publish(ADMINISTRATOR, NEW_YEAR.plusNanos(1), "1", null, CONTENT))
                .expectResultMessagePayload(
                        new Publication(DocumentKind.DUTY_LIST, published().ref(), NEW_YEAR, 0L));
    }

    @Test
    void the_same_version_with_another_content_is_refused() {
        fixture.given(published())
                .when(publish("1", NEW_YEAR, OTHER))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new DocumentRefusal.VersionExists("linxi", "1"));
    }

    @Test
    void what_was_in_force_is_not_replaced_in_the_past() {
        Instant april = MARCH.plus(Duration.ofDays(31));
        fixture.given(published(), published("2", MARCH, OTHER))
                .when(publish(ADMINISTRATOR, april, "3", MARCH.minusMillis(1), OTHER))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new DocumentRefusal.EffectiveTooEarly(MARCH.minusMillis(1), MARCH));
    }

    @Test
    void before_a_version_that_is_not_in_force_yet_another_may_begin() {
        fixture.given(published(), published("2", MARCH, OTHER))
                .when(publish("1.1", MARCH.minusMillis(1), OTHER))
                .expectEvents(published("1.1", MARCH.minusMillis(1), OTHER));
    }

    @Test
    void a_content_of_more_than_a_mebibyte_is_refused_by_its_bytes() {
        String huge = "冷".repeat(Library.MOST_BYTES / 3 + 1);
        fixture.givenNoPriorActivity()
                .when(publish("1", NEW_YEAR, huge))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new DocumentRefusal.DocumentTooLarge(1_048_578, 1_048_576));
    }

    @ParameterizedTest
    @EnumSource(names = "ADMINISTRATOR", mode = EnumSource.Mode.EXCLUDE)
    void nobody_but_an_administrator_publishes(Role role) {
        fixture.givenNoPriorActivity()
                .when(publish(new By("account-1", "huayuan", role, null), NEW_YEAR, "1", NEW_YEAR, CONTENT))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CommonRefusal.RoleMayNot("publish", role.name()));
    }

    @Test
    void a_repeated_request_gets_the_receipt_of_its_first_time() {
        fixture.given(new GenericEventMessage<>(published(), Map.of("commandId", "c-1", "requestHash", "h-1")))
                .when(publish("2", MARCH, OTHER), Map.of("commandId", "c-1", "requestHash", "h-1"))
                .expectNoEvents()
                .expectResultMessagePayload(
                        new Publication(DocumentKind.DUTY_LIST, published().ref(), NEW_YEAR, 0L));
    }

    @Test
    void the_same_request_with_another_body_is_refused() {
        fixture.given(new GenericEventMessage<>(published(), Map.of("commandId", "c-1", "requestHash", "h-1")))
                .when(publish("2", MARCH, OTHER), Map.of("commandId", "c-1", "requestHash", "h-2"))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CommonRefusal.RequestDiffers());
    }
}
