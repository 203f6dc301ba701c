package org.shaodao.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.Test;

class EventNamesCheckTest {
    @Test
    void a_version_that_does_not_know_an_event_does_not_start() {
        try (TestStore store = TestStore.fresh()) {
            var check = new EventNamesCheck(store.database);
            assertThatCode(() -> check.refuseOthersThan(Set.of())).doesNotThrowAnyException();

            store.write("n", 0, "text");
            store.write("n", 1, "text");
            store.engine.appendEvents(new GenericDomainEventMessage<>("Note", "n", 2, new NoteEvent.Struck(1)));

            assertThatCode(() -> check.refuseOthersThan(TestStore.NAMES.all())).doesNotThrowAnyException();
            assertThatThrownBy(() -> check.refuseOthersThan(
                            List.of(new StoredName("note.written", "1"), new StoredName("note.struck", "1"))))
                    .hasMessageContaining("does not know: note.struck (revision 2).");
        }
    }

    @Test
    void the_list_of_names_is_what_the_log_holds() {
        try (TestStore store = TestStore.fresh()) {
            store.write("n", 0, "text");
            // The first of a name goes down with its neighbour in the same request; its name must not stay.
            assertThatThrownBy(() -> store.engine.appendEvents(
                            new GenericDomainEventMessage<>("Note", "m", 0, new NoteEvent.Struck(1)),
                            NoteEvent.written("n", 0, "taken")))
                    .isInstanceOf(AggregateStreamCreationException.class);
            assertThat(names(store)).containsExactly("note.written/1").isEqualTo(namesInLog(store));

            store.engine.appendEvents(new GenericDomainEventMessage<>("Note", "m", 0, new NoteEvent.Struck(1)));
            assertThat(names(store))
                    .containsExactly("note.struck/2", "note.written/1")
                    .isEqualTo(namesInLog(store));
        }
    }

    private static List<String> names(TestStore store) {
        return store.sql
                .sql("select payload_type || '/' || payload_revision from es.event_name order by 1")
                .query(String.class)
                .list();
    }

    private static List<String> namesInLog(TestStore store) {
        return store.sql
                .sql("select distinct payload_type || '/' || payload_revision from es.event order by 1")
                .query(String.class)
                .list();
    }
}
