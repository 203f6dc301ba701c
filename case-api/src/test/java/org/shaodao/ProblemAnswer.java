package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.shaodao.RunningProduct.Answer;
import tools.jackson.databind.JsonNode;

/** What a problem must say: its status and code, the field and the rule, and the sentence that people read. */
record ProblemAnswer(Answer answer) {
    static ProblemAnswer of(Answer answer) {
        return new ProblemAnswer(answer);
    }

    ProblemAnswer is(int status, String code) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonNode body = answer.json();
        assertThat(body.path("code").asString()).as(body.toString()).isEqualTo(code);
        assertThat(body.path("status").asInt()).isEqualTo(status);
        assertThat(body.path("type").asString()).isEqualTo("urn:shaodao:problem:" + code);
        return this;
    }

    ProblemAnswer says(String detail) {
        assertThat(answer.json().path("detail").asString()).isEqualTo(detail);
        return this;
    }

    /** The one field that is wrong, and why. */
    void field(String field, String code, String message) {
        JsonNode errors = answer.json().path("errors");
        assertThat(errors).as(answer.response().body()).hasSize(1);
        JsonNode error = errors.get(0);
        assertThat(error.path("field").asString()).isEqualTo(field);
        assertThat(error.path("code").asString()).as(error.toString()).isEqualTo(code);
        assertThat(error.path("message").asString()).isEqualTo(message);
    }

    /** The fields that are wrong, whatever the order. */
    void fields(String... fields) {
        List<String> found = new ArrayList<>();
        answer.json()
                .path("errors")
                .forEach(error -> found.add(error.path("field").asString()));
        assertThat(found).containsExactlyInAnyOrder(fields);
    }
}
