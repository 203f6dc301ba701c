package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataInClearTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "请回电13800138000",
                "+8613800138000",
                "8613800138000",
                "138-0013-8000",
                "138 0013 8000",
                "１３８００１３８０００",
                "(010)62345678",
                "010 62345678",
                "010-6234-5678",
                "0433-2345678",
                "（010）62345678",
                "11010519491231002X",
                "110105 19491231 0021"
            })
    void a_number_that_tells_who_somebody_is_is_found_however_it_is_written(String subject) {
        assertThat(PersonalData.isIn(subject)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "暖气不热,室温 14℃",
                "3 号楼 13-5 2026-01-02 起停水",
                "工单 20260112000001",
                "欠费 138001380001 元",
                "井盖编号 0012345",
                "2026-02-14 09:30 至 12:00 噪声"
            })
    void other_numbers_are_left_alone(String subject) {
        assertThat(PersonalData.isIn(subject)).isFalse();
    }
}
