package org.shaodao.people;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.history.CaseReader;
import org.shaodao.parts.FormChoices;
import org.shaodao.parts.RequestForms;
import org.shaodao.parts.RequestForms.Outcome;
import org.shaodao.parts.StepForms.NotTaken;
import org.shaodao.people.UserDesk.Attempt;
import org.shaodao.people.UserRequests.Made;
import org.shaodao.people.UserRequests.NewDeputy;
import org.shaodao.people.UserRequests.NewLogin;
import org.shaodao.people.UserRequests.NewRole;
import org.shaodao.people.UserRequests.NewUser;
import org.shaodao.people.UserRequests.Nothing;
import org.shaodao.people.UserRequests.RoleDays;
import org.shaodao.problem.OneLine;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemCode;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** 用户: who signs in, as what, until when? */
@Controller
@PreAuthorize("hasAuthority('ADMINISTRATOR')")
class UserPages {
    private static final String PAGE = "users/users";
    private static final String TAKEN = "users/detail :: taken";
    private static final String ASK = "ask";
    private static final int ROWS = 40;

    /** Says that only a part of the page is asked for, and which. */
    private static final String PART = "HX-Target";

    private final People people;
    private final Staff staff;
    private final UserDesk desk;
    private final RequestForms forms;
    private final FormChoices choices;
    private final CaseReader reader;

    UserPages(People people, Staff staff, UserDesk desk, RequestForms forms, FormChoices choices, CaseReader reader) {
        this.people = people;
        this.staff = staff;
        this.desk = desk;
        this.forms = forms;
        this.choices = choices;
        this.reader = reader;
    }

    @ModelAttribute(ASK)
    UserAsk ask(
            @RequestParam(required = false) @Nullable @OneLine String find,
            @RequestParam(name = "in", required = false) @Nullable @OneLine String unit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable @OneLine String open,
            @RequestParam(required = false) @Nullable String form,
            @RequestParam(required = false) @Nullable @OneLine String about) {
        return new UserAsk(given(find), given(unit), cursor, open, form, about);
    }

    @GetMapping(UserAsk.PATH)
    String users(
            @ModelAttribute(name = ASK, binding = false) UserAsk ask,
            @RequestHeader(name = PART, required = false) @Nullable String part,
            @AuthenticationPrincipal Caller caller,
            Model model,
            Locale locale) {
        return show(ask, Attempt.NONE, part, caller, model, locale);
    }

    /** The new user stands beside the list, with the password that is shown this once. */
    @PostMapping(UserAsk.PATH)
    String create(
            @RequestParam UUID key,
            @RequestParam MultiValueMap<String, String> said,
            @ModelAttribute(name = ASK, binding = false) UserAsk ask,
            @RequestHeader(name = PART, required = false) @Nullable String part,
            @AuthenticationPrincipal Caller caller,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        UserAsk asked = ask.doing(null, "create-user", null);
        Outcome<Optional<Made>> outcome =
                forms.take(NewUser.class, said, request -> staff.create(key.toString(), request, caller));
        Optional<Made> made = outcome.done();
        if (made == null) {
            response.setStatus(422);
            return show(asked, new Attempt(said, outcome.not(), null), part, caller, model, locale);
        }
        model.addAttribute("password", made.map(Made::password).orElse(null));
        model.addAttribute("again", made.isEmpty());
        return taken(asked.opening(key.toString()), "create-user", part, caller, response, model, locale);
    }

    @PostMapping(UserAsk.PATH + "/{user}/{act}")
    String act(
            @PathVariable String user,
            @PathVariable String act,
            @RequestParam UUID key,
            @RequestParam MultiValueMap<String, String> said,
            @ModelAttribute(name = ASK, binding = false) UserAsk ask,
            @RequestHeader(name = PART, required = false) @Nullable String part,
            @AuthenticationPrincipal Caller caller,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        UserAsk asked = ask.doing(user, act, ask.about());
        String about = ask.about() == null ? "" : ask.about();
        Outcome<String> outcome = done(user, act, about, key.toString(), said, caller);
        String done = outcome.done();
        if (done == null) {
            response.setStatus(422);
            return show(asked, new Attempt(said, outcome.not(), null), part, caller, model, locale);
        }
        boolean shown = act.equals("reset-password");
        if (part == null && !shown) {
            return "redirect:" + asked.opening(user).at();
        }
        model.addAttribute("password", shown ? done : null);
        String form = act + '-' + (about.isEmpty() ? user : about);
        return taken(asked.opening(user), form, part, caller, response, model, locale);
    }

    /** Does it by the code behind the API; what is told of it is a password, or nothing in particular. */
    private Outcome<String> done(
            String user, String act, String about, String key, MultiValueMap<String, String> said, Caller by) {
        return switch (act) {
            case "rename-user" ->
                forms.take(
                        NewLogin.class,
                        said,
                        to -> staff.rename(user, to.login(), by).id());
            case "give-role" ->
                forms.take(
                        NewRole.class,
                        said,
                        role -> staff.give(user, key, role, by).id());
            case "change-role" ->
                forms.take(
                        RoleDays.class,
                        said,
                        days -> staff.change(user, about, days, by).id());
            case "name-deputy" ->
                forms.take(
                        NewDeputy.class,
                        said,
                        deputy -> staff.standIn(user, about, key, deputy, by).id());
            case "reset-password" -> forms.take(Nothing.class, said, nothing -> staff.reset(user, by));
            case "end-user" -> bare(said, () -> staff.end(user, by));
            case "end-role" -> bare(said, () -> staff.take(user, about, by));
            case "end-deputy" -> bare(said, () -> staff.standBack(user, roleOf(user, about), about, by));
            case "unlock-user" -> bare(said, () -> staff.unlock(user, by));
            default -> throw new Problem(ProblemCode.NOT_FOUND, Map.of());
        };
    }

    private Outcome<String> bare(MultiValueMap<String, String> said, Runnable deed) {
        return forms.take(Nothing.class, said, nothing -> {
            deed.run();
            return "";
        });
    }

    /** In which of a user's roles a deputy was named. */
    private String roleOf(String user, String deputy) {
        return people.find(user).stream()
                .flatMap(person -> person.roles().stream())
                .filter(role ->
                        role.deputies().stream().anyMatch(each -> each.id().equals(deputy)))
                .map(Person.Assigned::id)
                .findFirst()
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, Map.of()));
    }

    private String taken(
            UserAsk now,
            String form,
            @Nullable String part,
            Caller caller,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        response.setHeader("HX-Push-Url", now.at());
        show(now, new Attempt(null, NotTaken.NOTHING, form), null, caller, model, locale);
        return part == null ? PAGE : TAKEN;
    }

    private String show(
            UserAsk ask, Attempt attempt, @Nullable String part, Caller caller, Model model, Locale locale) {
        model.addAttribute(ASK, ask);
        model.addAttribute("words", reader.words(locale));
        String open = ask.open();
        if (open != null) {
            model.addAttribute("detail", desk.detail(open, ask, attempt, caller));
        } else if (ask.form() != null) {
            model.addAttribute("creation", desk.form(null, ask, attempt, caller));
        }
        if ("detail".equals(part)) {
            return "users/detail :: detail";
        }
        People.Page page = people.page(ask.cursor(), ask.find(), ask.unit(), ROWS);
        model.addAttribute("rows", desk.rows(page.users()));
        model.addAttribute("units", choices.units(caller));
        model.addAttribute("first", ask.from(null).at());
        model.addAttribute(
                "next", page.next() == null ? null : ask.from(page.next()).at());
        model.addAttribute("creating", ask.doing(null, "create-user", null).at());
        return PAGE;
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
