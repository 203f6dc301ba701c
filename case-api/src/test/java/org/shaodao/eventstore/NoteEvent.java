package org.shaodao.eventstore;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.shaodao.fact.StoredAs;

/** The smallest family of events that can be stored. */
sealed interface NoteEvent {
    @StoredAs("note.written")
    record Written(String text) implements NoteEvent {}

    @StoredAs(value = "note.struck", revision = "2")
    record Struck(Integer line) implements NoteEvent {}

    static GenericDomainEventMessage<NoteEvent> written(String note, long sequence, String text) {
        return new GenericDomainEventMessage<>("Note", note, sequence, new Written(text));
    }
}
