package org.shaodao.administration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.ApiKeys.KeyRow;
import org.shaodao.access.Audit.Entry;
import org.shaodao.access.Audit.Kind;
import org.shaodao.access.KeyDesk;
import org.shaodao.history.CaseReader;
import org.shaodao.history.Words;
import org.shaodao.people.People;
import org.shaodao.people.Person;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells acts of administration in words: who and what they were done to by name, days and moments as people say them. */
@Component
class ActTeller {
    private final People people;
    private final KeyDesk keys;
    private final CaseReader reader;
    private final MessageSource messages;

    ActTeller(People people, KeyDesk keys, CaseReader reader, MessageSource messages) {
        this.people = people;
        this.keys = keys;
        this.reader = reader;
        this.messages = messages;
    }

    /**
     * An act, and what it was in one sentence.
     *
     * @param subject what the one it was done to is called now
     */
    record Told(Entry entry, String subject, String sentence) {}

    List<Told> told(List<Entry> entries, Locale locale) {
        Known known = known(entries);
        Words words = reader.words(locale);
        return entries.stream()
                .map(entry ->
                        new Told(entry, known.name(entry.subject()), new Sentence(entry, known, words, locale).told()))
                .toList();
    }

    /** What a user or a key is called now; one that is unknown goes by its id. */
    String name(@Nullable Kind kind, String subject) {
        Known known = new Known(kind == Kind.KEY ? Map.of() : people.of(Set.of(subject)), keyNames());
        return known.name(subject);
    }

    private Known known(Collection<Entry> entries) {
        Set<String> users = new HashSet<>();
        for (Entry entry : entries) {
            if (entry.kind() == Kind.USER) {
                users.add(entry.subject());
                facts(entry).forEach((fact, value) -> {
                    if (fact.equals("user")) {
                        users.add(value.toString());
                    }
                });
            }
        }
        boolean ofKeys = entries.stream().anyMatch(entry -> entry.kind() == Kind.KEY);
        return new Known(people.of(users), ofKeys ? keyNames() : Map.of());
    }

    private Map<String, String> keyNames() {
        return keys.all().stream().collect(Collectors.toMap(KeyRow::id, KeyRow::name));
    }

    /** What is said of it after, or where there is nothing any more, of it before. */
    private static Map<String, Object> facts(Entry entry) {
        return Objects.requireNonNullElse(
                entry.after(), Objects.requireNonNullElse(entry.before(), Map.<String, Object>of()));
    }

    /** Those who and which the acts are about. */
    private record Known(Map<String, Person> people, Map<String, String> keys) {
        String name(String subject) {
            Person person = people.get(subject);
            return person != null ? person.login() : keys.getOrDefault(subject, subject);
        }
    }

    /** One act on its way to its sentence. */
    private final class Sentence {
        private final Entry entry;
        private final Known known;
        private final Words words;
        private final Locale locale;

        private Sentence(Entry entry, Known known, Words words, Locale locale) {
            this.entry = entry;
            this.known = known;
            this.words = words;
            this.locale = locale;
        }

        private String told() {
            String subject = known.name(entry.subject());
            Map<String, Object> before = Objects.requireNonNullElse(entry.before(), Map.of());
            Map<String, Object> after = Objects.requireNonNullElse(entry.after(), Map.of());
            List<Object> said = new ArrayList<>();
            switch (entry.act()) {
                case USER_CREATED -> {
                    said.add(text(after, "login"));
                    said.add(say("administration.password." + after.get("password")));
                }
                case USER_RENAMED -> {
                    said.add(text(before, "login"));
                    said.add(text(after, "login"));
                }
                case USER_ENDED -> said.add(text(before, "login"));
                case PASSWORD_RESET, USER_UNLOCKED -> said.add(subject);
                case ROLE_GIVEN -> said.addAll(List.of(subject, role(after), days(after)));
                case ROLE_CHANGED -> said.addAll(List.of(subject, role(after), days(before), days(after)));
                case ROLE_ENDED -> said.addAll(List.of(subject, role(before), days(before)));
                case DEPUTY_NAMED ->
                    said.addAll(List.of(subject, roleOf(after), known.name(text(after, "user")), days(after)));
                case DEPUTY_ENDED -> said.addAll(List.of(subject, roleOf(before), known.name(text(before, "user"))));
                case KEY_ISSUED -> said.addAll(List.of(text(after, "name"), role(after), scopes(after), expiry(after)));
                case KEY_ROTATED -> said.addAll(List.of(subject, moment(after, "formerUntil")));
                case KEY_REVOKED -> said.add(subject);
            }
            return say("administration.act." + entry.act(), said.toArray());
        }

        private String role(Map<String, Object> facts) {
            Object unit = facts.get("unit");
            String role = words.code("role", text(facts, "role"));
            return unit == null ? role : role + " · " + words.names().unit(unit.toString());
        }

        /** Of a deputy only the id of the role is kept: its words stand with its holder. */
        private String roleOf(Map<String, Object> facts) {
            Person holder = known.people().get(entry.subject());
            return holder == null
                    ? text(facts, "role")
                    : holder.roles().stream()
                            .filter(role -> role.id().equals(text(facts, "role")))
                            .findFirst()
                            .map(role -> {
                                Map<String, Object> said = new HashMap<>();
                                said.put("role", role.role());
                                said.put("unit", role.unit());
                                return role(said);
                            })
                            .orElse(text(facts, "role"));
        }

        private String days(Map<String, Object> facts) {
            Object until = facts.get("until");
            return until == null
                    ? say("users.days.open", text(facts, "from"))
                    : say("users.days", text(facts, "from"), until);
        }

        private String scopes(Map<String, Object> facts) {
            return facts.get("scopes") instanceof List<?> scopes
                    ? scopes.stream()
                            .map(String::valueOf)
                            .sorted()
                            .map(scope -> words.code("scopes", scope))
                            .collect(Collectors.joining(say("list.and")))
                    : say("api-keys.scopes.all");
        }

        private String expiry(Map<String, Object> facts) {
            return facts.containsKey("expiresAt")
                    ? say("api-keys.until", moment(facts, "expiresAt"))
                    : say("administration.expires.never");
        }

        private String moment(Map<String, Object> facts, String fact) {
            return words.moment(Instant.parse(text(facts, fact)));
        }

        private static String text(Map<String, Object> facts, String fact) {
            return String.valueOf(facts.get(fact));
        }

        private String say(String key, Object... said) {
            return messages.getMessage(key, said, locale);
        }
    }
}
