package org.shaodao.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.casefile.Sample;

/** What one view worked out no other view works out again. */
class CommonKnowledgeTest {
    private final CommonKnowledge common = new CommonKnowledge();

    @Test
    void facts_are_written_down_once_for_all_views_and_for_one_version_only() {
        CaseFacts facts = Objects.requireNonNull(CaseFacts.after(null, Sample.raised(), Sample.MORNING));
        assertThat(common.facts(Sample.CASE, 0)).isNull();

        String written = common.written(Sample.CASE, 0, facts);

        assertThat(written).isEqualTo(KnownCases.write(facts));
        assertThat(common.written(Sample.CASE, 0, facts)).isSameAs(written);
        assertThat(common.facts(Sample.CASE, 0)).isSameAs(facts);
        assertThat(common.facts(Sample.CASE, 1)).isNull();
    }
}
