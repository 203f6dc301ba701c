package org.shaodao.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shaodao.clocks.ClockKind;
import org.shaodao.clocks.DayEnd;
import org.shaodao.clocks.Span;
import org.shaodao.clocks.SpanKind;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Outcome;
import org.shaodao.demand.Satisfied;
import org.shaodao.demand.Solved;
import org.shaodao.demand.Urgency;
import org.shaodao.documents.PolicyPack.Choice;
import org.shaodao.documents.PolicyPack.Evidence;
import org.shaodao.documents.PolicyPack.EvidenceDemand;

/** Which clocks a matter runs on, and what its final reply must bring. */
class ClockSetTest {
    private static final List<Choice> CHOICES = List.of(
            new Choice(null, null, Urgency.EMERGENCY, null, "emergency"),
            new Choice("heating", DemandKind.HELP, null, null, "cold"),
            new Choice("heating", null, null, "key-work", "key-work"),
            new Choice(null, null, null, null, "ordinary"));

    @ParameterizedTest
    @CsvSource({
        "heating/cold-home, HELP, EMERGENCY, , emergency",
        "heating/cold-home, HELP, NORMAL, , cold",
        "heating, HELP, NORMAL, , cold",
        "heating-company, HELP, NORMAL, , ordinary",
        "heating/cold-home, COMPLAINT, NORMAL, key-work, key-work",
        "heating/cold-home, COMPLAINT, NORMAL, , ordinary",
        "road, PRAISE, URGENT, key-work, ordinary"
    })
    void the_first_choice_that_fits_counts(
            String category, DemandKind kind, Urgency urgency, String whistleKind, String set) {
        ClockSet clocks = pack(CHOICES).clockSetFor(category, kind, urgency, whistleKind);

        assertThat(clocks.code()).isEqualTo(set);
        assertThat(clocks.rule(ClockKind.HANDLING))
                .map(rule -> rule.span().kind())
                .contains(SpanKind.WORKING_DAYS);
        assertThat(clocks.rule(ClockKind.OUTSIDE)).isEmpty();
    }

    @Test
    void a_pack_without_a_last_choice_says_so() {
        assertThatThrownBy(() -> pack(CHOICES.subList(0, 1)).clockSetFor("road", DemandKind.HELP, Urgency.NORMAL, null))
                .hasMessage("policy pack test 1 has no last choice that fits everything");
    }

    @Test
    void a_final_reply_brings_what_all_demands_that_fit_ask_for() {
        PolicyPack pack = pack(CHOICES);

        assertThat(pack.evidenceFor("heating/cold-home", Outcome.SOLVED))
                .containsExactly(Evidence.PHOTO, Evidence.RESIDENT_CONFIRMATION);
        assertThat(pack.evidenceFor("road", Outcome.SOLVED)).containsExactly(Evidence.PHOTO);
        assertThat(pack.evidenceFor("road", Outcome.EXPLAINED)).isEmpty();
    }

    private static PolicyPack pack(List<Choice> choices) {
        ClockRule five = new ClockRule(new Span(SpanKind.WORKING_DAYS, 5), DayEnd.END_OF_WORK, null);
        Map<ClockKind, ClockRule> rules = Map.of(ClockKind.HANDLING, five);
        return new PolicyPack(
                "test",
                "1",
                "测试",
                "Test",
                PolicyPack.Basis.OWN,
                List.of(),
                "cn",
                List.of(),
                Map.of("emergency", rules, "cold", rules, "key-work", rules, "ordinary", rules),
                choices,
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new EvidenceDemand(null, Outcome.SOLVED, List.of(Evidence.PHOTO), null),
                        new EvidenceDemand("heating", null, List.of(Evidence.RESIDENT_CONFIRMATION), null)),
                new PolicyPack.HandBack(3, true),
                new PolicyPack.Extensions(1, new Span(SpanKind.WORKING_DAYS, 10)),
                new PolicyPack.FollowUps(3, 2, true),
                new Span(SpanKind.MINUTES, 240),
                new PolicyPack.Scales(
                        Map.of(Solved.YES, 1.0, Solved.PARTLY, 0.0, Solved.NO, 0.0),
                        Map.of(Satisfied.YES, 1.0, Satisfied.BASICALLY, 1.0, Satisfied.NO, 0.0)),
                List.of(),
                new PolicyPack.Thresholds(20, 5, 30, 90, 0.95),
                null);
    }
}
