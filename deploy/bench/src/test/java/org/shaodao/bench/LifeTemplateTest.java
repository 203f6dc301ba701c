package org.shaodao.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A life told again is another life. */
class LifeTemplateTest {
    private static final String CASE = "01890000-0000-7000-8000-000000000001";
    private static final String COMMAND = "01890000-0000-7000-8000-0000000000cc";

    @Test
    void everything_that_is_its_own_is_another_and_nothing_else() {
        LifeTemplate template = new LifeTemplate();
        template.add(
                CASE,
                0,
                "casefile.raised",
                "1",
                """
                {"caseId":"%s","number":"BX-2026-000001-0","street":"huayuan","unit":"linxi-heating",\
                "category":"heating/cold-home-3","place":"linxi/huayuan/dongmen/building-2",\
                "occurredAt":"2026-01-12T01:00:00.5Z","day":"2026-01-12","said":"a\\"b"}""".formatted(CASE),
                "{\"commandId\":\"%s\"}".formatted(COMMAND),
                "2026-01-12T01:00:01.000Z");
        LifeTemplate.Copy copy = template.copy(7, 2);

        String[] told = template.line(0, copy).strip().split("\t", -1);

        String caseId = copy.ids().getFirst().toString();
        assertThat(caseId).isNotEqualTo(CASE);
        assertThat(told[1]).isEqualTo(caseId);
        assertThat(told[6]).isEqualTo("""
                        {"caseId":"%s","number":"CX-2026-0000007-0","street":"street-7","unit":"unit-7",\
                        "category":"heating/cold-home-7","place":"linxi/huayuan/dongmen/building-0",\
                        "occurredAt":"2025-12-29T01:00:00.500Z","day":"2025-12-29","said":"a\\\\"b"}""".formatted(caseId));
        assertThat(told[7]).contains("commandId").doesNotContain(COMMAND);
        assertThat(told[8]).isEqualTo("2025-12-29T01:00:01.000Z");
    }
}
