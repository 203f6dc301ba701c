package org.shaodao.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Accounts;
import org.shaodao.access.Caller;
import org.shaodao.access.Capacity;
import org.shaodao.access.SignIn;
import org.shaodao.fact.Role;
import org.shaodao.parts.Choice;
import org.shaodao.parts.Form;
import org.shaodao.parts.FormChoices;
import org.shaodao.parts.RequestForms;
import org.shaodao.parts.RequestForms.Asked;
import org.shaodao.parts.StepForms.NotTaken;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemCode;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Users as the page shows them: how each stands today, and the form of what is to be done. */
@Component
class UserDesk {
    /** Roles that people have; the others come with a code, a key or the product itself. */
    private static final Set<Role> OF_PEOPLE =
            EnumSet.complementOf(EnumSet.of(Role.RESIDENT, Role.OUTSIDE, Role.SYSTEM));

    private static final Set<String> GRAVE = Set.of("end-user", "end-role", "end-deputy", "reset-password");

    /** Which request each act is asked for with; the others need no words. */
    private static final Map<String, Class<? extends Record>> REQUESTS = Map.of(
            "create-user", UserRequests.NewUser.class,
            "rename-user", UserRequests.NewLogin.class,
            "give-role", UserRequests.NewRole.class,
            "change-role", UserRequests.RoleDays.class,
            "name-deputy", UserRequests.NewDeputy.class,
            "end-user", UserRequests.Nothing.class,
            "end-role", UserRequests.Nothing.class,
            "end-deputy", UserRequests.Nothing.class,
            "reset-password", UserRequests.Nothing.class,
            "unlock-user", UserRequests.Nothing.class);

    private final People people;
    private final Accounts accounts;
    private final SignIn door;
    private final RequestForms forms;
    private final FormChoices choices;
    private final MessageSource messages;

    UserDesk(
            People people,
            Accounts accounts,
            SignIn door,
            RequestForms forms,
            FormChoices choices,
            MessageSource messages) {
        this.people = people;
        this.accounts = accounts;
        this.door = door;
        this.forms = forms;
        this.choices = choices;
        this.messages = messages;
    }

    /**
     * A row of the list.
     *
     * @param roles what they may act as today
     */
    record Row(Person person, List<Standing> standings, List<Capacity> roles) {}

    /**
     * What was tried in a form.
     *
     * @param said null = nothing was
     * @param sent the form that was taken; null = none
     */
    record Attempt(
            @Nullable MultiValueMap<String, String> said,
            NotTaken not,
            @Nullable String sent) {
        static final Attempt NONE = new Attempt(null, NotTaken.NOTHING, null);
    }

    List<Row> rows(List<Person> users) {
        Map<String, Instant> paused =
                door.paused(users.stream().map(Person::login).toList());
        return users.stream()
                .map(each -> {
                    List<Capacity> roles = capacities(each);
                    return new Row(each, standings(each, paused.containsKey(each.login()), roles), roles);
                })
                .toList();
    }

    UserDetail detail(String user, UserAsk ask, Attempt attempt, Caller caller) {
        Person person = people.find(user).orElseThrow(UserDesk::unknown);
        LocalDate today = accounts.today();
        Instant paused = door.paused(List.of(person.login())).get(person.login());
        List<Capacity> capacities = capacities(person);
        Form form = ask.form() == null || person.endedAt() != null ? null : form(person, ask, attempt, caller);
        return new UserDetail(
                person,
                standings(person, paused != null, capacities),
                paused,
                capacities.stream().filter(each -> each.standsInFor() != null).toList(),
                person.roles().stream()
                        .map(role -> new UserDetail.Role(
                                role,
                                role.on(today),
                                role.deputies().stream()
                                        .map(each -> new UserDetail.Deputy(each, each.on(today)))
                                        .toList()))
                        .sorted(Comparator.comparing(UserDetail.Role::term))
                        .toList(),
                form,
                form == null ? attempt.not().problems() : List.of(),
                attempt.sent());
    }

    /** The form of somebody new, or of what is to be done to somebody. */
    Form form(@Nullable Person person, UserAsk ask, Attempt attempt, Caller caller) {
        Asked<?> asked = asked(person, ask, caller);
        MultiValueMap<String, String> said = attempt.said();
        return forms.form(asked, said == null ? begun(person, ask) : said, attempt.not());
    }

    private Asked<?> asked(@Nullable Person person, UserAsk ask, Caller caller) {
        String act = String.valueOf(ask.form());
        Class<? extends Record> type = REQUESTS.get(act);
        if (type == null || act.equals("create-user") == (person != null)) {
            throw unknown();
        }
        String about = person == null ? null : ask.about() == null ? person.id() : ask.about();
        String back = person == null ? ask.closed().at() : ask.to(person.id());
        return new Asked<>(
                act, type, about, ask.post(), back, choices(act, person, caller), Set.of(), GRAVE.contains(act));
    }

    private Map<String, List<Choice>> choices(String act, @Nullable Person person, Caller caller) {
        Map<String, List<Choice>> all = new LinkedHashMap<>();
        if (act.equals("give-role")) {
            all.put(
                    "role",
                    OF_PEOPLE.stream()
                            .map(role -> new Choice(
                                    role.name(),
                                    messages.getMessage("code.role." + role, null, LocaleContextHolder.getLocale())))
                            .toList());
            all.put("unit", choices.units(caller));
        }
        if (act.equals("name-deputy")) {
            all.put(
                    "user",
                    people.living().entrySet().stream()
                            .filter(each -> person == null || !each.getKey().equals(person.id()))
                            .map(each -> new Choice(each.getKey(), each.getValue()))
                            .toList());
        }
        return all;
    }

    /** What stands in a form before anything is said. */
    private MultiValueMap<String, String> begun(@Nullable Person person, UserAsk ask) {
        MultiValueMap<String, String> begun = new LinkedMultiValueMap<>();
        String act = String.valueOf(ask.form());
        if (act.equals("create-user")) {
            begun.add("password", "true");
        }
        if (act.equals("give-role") || act.equals("name-deputy")) {
            begun.add("from", accounts.today().toString());
        }
        if (person != null && act.equals("rename-user")) {
            begun.add("login", person.login());
        }
        if (person != null && act.equals("change-role")) {
            Person.Assigned role = role(person, String.valueOf(ask.about()));
            begun.add("from", role.from().toString());
            if (role.until() != null) {
                begun.add("until", role.until().toString());
            }
        }
        return begun;
    }

    static Person.Assigned role(Person person, String id) {
        return person.roles().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(UserDesk::unknown);
    }

    /** The same that the door asks for: whoever has none is let in nowhere. */
    private List<Capacity> capacities(Person person) {
        return person.endedAt() == null ? accounts.capacities(person.id()) : List.of();
    }

    private static List<Standing> standings(Person person, boolean paused, List<Capacity> roles) {
        if (person.endedAt() != null) {
            return List.of(Standing.ENDED);
        }
        List<Standing> all = new ArrayList<>();
        if (roles.isEmpty()) {
            all.add(Standing.NO_ROLE);
        }
        if (paused) {
            all.add(Standing.PAUSED);
        }
        if (person.mustChange() && person.password()) {
            all.add(Standing.MUST_CHANGE);
        }
        return all.isEmpty() ? List.of(Standing.ACTIVE) : all;
    }

    private static Problem unknown() {
        return new Problem(ProblemCode.NOT_FOUND, Map.of());
    }
}
