package org.shaodao.people;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Capacity;
import org.shaodao.parts.Form;

/**
 * One user beside the list.
 *
 * @param paused until when their password is not tried; null = it is
 * @param standsIn roles of others in which they may act today
 * @param form what is being done; null = nothing
 * @param problems why nothing was done, where no form is left to say it
 * @param sent the form that was taken; null = none
 */
record UserDetail(
        Person person,
        List<Standing> standings,
        @Nullable Instant paused,
        List<Capacity> standsIn,
        List<Role> roles,
        @Nullable Form form,
        List<String> problems,
        @Nullable String sent) {
    /** A role, how it stands, and who stands in for its holder. */
    record Role(Person.Assigned assigned, Person.Term term, List<Deputy> deputies) {
        /** Whether its days may be changed, and it may be taken away. */
        public boolean open() {
            return term != Person.Term.TAKEN;
        }
    }

    /** A deputy, and how they stand. */
    record Deputy(Person.Deputy named, Person.Term term) {
        /** Whether they may be told to stand back. */
        public boolean open() {
            return term == Person.Term.NOW || term == Person.Term.LATER;
        }
    }

    /** The role that something is done to, or in which the deputy stands that it is done to; null = to neither. */
    public @Nullable Role about(@Nullable String id) {
        return roles.stream()
                .filter(role -> role.assigned().id().equals(id)
                        || role.deputies().stream()
                                .anyMatch(each -> each.named().id().equals(id)))
                .findFirst()
                .orElse(null);
    }

    /** Whether anything may be changed. */
    public boolean living() {
        return person.endedAt() == null;
    }
}
