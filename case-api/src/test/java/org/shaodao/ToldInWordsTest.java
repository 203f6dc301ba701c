package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shaodao.RunningProduct.Answer;

/** Whoever reads the history of a case reads sentences: no moment as machines write it, no choice by its code. */
class ToldInWordsTest {
    private static final Town TOWN = Town.shared();

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void no_step_is_told_in_codes(String language) {
        List<String> told = StepCall.all(TOWN).stream()
                .flatMap(step -> told(step, language))
                .distinct()
                .toList();

        assertThat(told)
                .hasSizeGreaterThan(StepCall.all(TOWN).size() / 2)
                .allSatisfy(sentence -> assertThat(sentence).doesNotContainPattern("\\dT\\d\\d:|[A-Z]{3,}|\\{\\w+}"));
    }

    /** The history of a case on which the step was taken. */
    private static Stream<String> told(StepCall step, String language) {
        Answer taken = step.take(TOWN, step.body());
        assertThat(taken.status())
                .as("%s: %s", step.step(), taken.response().body())
                .isBetween(200, 299);
        String address = Town.CASES + '/' + taken.json().get("caseId").asString();
        return Town.history(
                        TOWN.auditor().header("Accept-Language", language),
                        address,
                        taken.json().get("version").asLong())
                .valueStream()
                .map(entry -> entry.get("sentence").asString());
    }
}
