package org.shaodao.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a spreadsheet would calculate is told to be text. */
class SpreadsheetTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                " =1",
                "\r\n=cmd|' /C calc'!A0",
                "＝1",
                "＋1",
                "－1",
                "＠A1",
                "\tword"
            })
    void what_begins_like_a_formula_is_text(String cell) {
        assertThat(Spreadsheet.harmless(cell)).isEqualTo('\'' + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "暖气不热，室温 14℃", "12", "a=b", "居民 - 已联系", "\"quoted\"", "'word"})
    void everything_else_stays_as_it_is(String cell) {
        assertThat(Spreadsheet.harmless(cell)).isEqualTo(cell);
    }
}
