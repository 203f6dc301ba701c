package org.shaodao.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.Records;
import org.shaodao.fact.StoredAs;

class StoredNamesTest {
    sealed interface Nameless {
        record Forgotten() implements Nameless {}
    }

    sealed interface Twins {
        @StoredAs("same.name")
        record One() implements Twins {}

        @StoredAs(value = "same.name", revision = "2")
        record Other() implements Twins {}
    }

    sealed interface Open {
        non-sealed interface Hole extends Open {}
    }

    sealed interface Nested {
        sealed interface Inner extends Nested {
            @StoredAs("inner.found")
            record Found() implements Inner {}
        }
    }

    @Test
    void every_event_of_a_case_has_a_name() {
        var names = new StoredNames(List.of(CaseEvent.class));

        assertThat(Records.of(CaseEvent.class))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(names.all()).contains(names.of(event)));
        assertThat(names.all())
                .hasSameSizeAs(Records.of(CaseEvent.class))
                .contains(new StoredName("casefile.whistle-blown", "1"));
    }

    @Test
    void families_may_be_nested() {
        assertThat(new StoredNames(List.of(NoteEvent.class, Nested.class)).all())
                .containsExactlyInAnyOrder(
                        new StoredName("note.written", "1"),
                        new StoredName("note.struck", "2"),
                        new StoredName("inner.found", "1"));
    }

    @Test
    void an_event_without_a_name_is_refused() {
        assertThatThrownBy(() -> new StoredNames(List.of(Nameless.class))).hasMessageContaining("Forgotten has no");
    }

    @Test
    void two_events_of_one_name_are_refused() {
        assertThatThrownBy(() -> new StoredNames(List.of(Twins.class)))
                .hasMessageContaining("both stored as same.name");
    }

    @Test
    void a_family_that_others_can_join_is_refused() {
        assertThatThrownBy(() -> new StoredNames(List.of(Open.class))).hasMessageContaining("no sealed family");
        assertThatThrownBy(() -> new StoredNames(List.of(String.class))).hasMessageContaining("no sealed family");
    }
}
