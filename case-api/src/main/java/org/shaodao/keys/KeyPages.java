package org.shaodao.keys;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.ApiKeys.IssuedKey;
import org.shaodao.access.ApiKeys.KeyRow;
import org.shaodao.access.ApiKeys.Rotated;
import org.shaodao.access.ApiKeys.RotatedKey;
import org.shaodao.access.Caller;
import org.shaodao.access.KeyDesk;
import org.shaodao.access.KeyDesk.NewKey;
import org.shaodao.access.KeyDesk.Rotation;
import org.shaodao.history.CaseReader;
import org.shaodao.parts.Form;
import org.shaodao.parts.RequestForms;
import org.shaodao.parts.RequestForms.Asked;
import org.shaodao.parts.RequestForms.Outcome;
import org.shaodao.parts.StepForms.NotTaken;
import org.shaodao.parts.Tab;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemCode;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** 接口密钥: which system comes with which key, what does it open, and until when? */
@Controller
@PreAuthorize("hasAuthority('ADMINISTRATOR')")
class KeyPages {
    private static final String PAGE = "keys/keys";
    private static final String ASK = "ask";
    private static final String ISSUE = "issue-key";
    private static final String ROTATE = "rotate-key";
    private static final String REVOKE = "revoke-key";
    private static final int ROWS = 40;

    /** Says that only a part of the page is asked for, and which. */
    private static final String PART = "HX-Target";

    private final KeyDesk keys;
    private final KeyChoices choices;
    private final RequestForms forms;
    private final CaseReader reader;
    private final MessageSource messages;
    private final Clock clock;

    KeyPages(
            KeyDesk keys,
            KeyChoices choices,
            RequestForms forms,
            CaseReader reader,
            MessageSource messages,
            Clock clock) {
        this.keys = keys;
        this.choices = choices;
        this.forms = forms;
        this.reader = reader;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * A key, and how it stands.
     *
     * @param overlap until when the secret before the last rotation still opens; null = it does not
     */
    record Row(KeyRow key, KeyState state, @Nullable Instant overlap) {}

    /** Nothing but that it be done. */
    record Nothing() {}

    /** What was tried in a form; null = nothing was. */
    private record Attempt(@Nullable MultiValueMap<String, String> said, NotTaken not) {
        static final Attempt NONE = new Attempt(null, NotTaken.NOTHING);
    }

    @ModelAttribute(ASK)
    KeyAsk ask(
            @RequestParam(defaultValue = "false") boolean past,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String open,
            @RequestParam(required = false) @Nullable String form) {
        return new KeyAsk(past, after, open, form);
    }

    @GetMapping(KeyAsk.PATH)
    String keys(
            @ModelAttribute(name = ASK, binding = false) KeyAsk ask,
            @RequestHeader(name = PART, required = false) @Nullable String part,
            @AuthenticationPrincipal Caller caller,
            Model model,
            Locale locale) {
        return show(ask, Attempt.NONE, part, caller, model, locale);
    }

    /** The new key stands beside the list, shown this once. */
    @PostMapping(KeyAsk.PATH)
    String issue(
            @RequestParam UUID key,
            @RequestParam MultiValueMap<String, String> said,
            @ModelAttribute(name = ASK, binding = false) KeyAsk ask,
            @RequestHeader(name = PART, required = false) @Nullable String part,
            @AuthenticationPrincipal Caller caller,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        KeyAsk asked = ask.doing(null, ISSUE);
        Outcome<Optional<IssuedKey>> outcome =
                forms.take(NewKey.class, said, request -> keys.issue(key.toString(), request, caller));
        Optional<IssuedKey> issued = outcome.done();
        if (issued == null) {
            return refused(asked, new Attempt(said, outcome.not()), part, caller, response, model, locale);
        }
        model.addAttribute("secret", issued.map(IssuedKey::key).orElse(null));
        model.addAttribute("again", issued.isEmpty());
        return taken(asked.of(false).opening(key.toString()), ISSUE, part, caller, response, model, locale);
    }

    /**
     * Gives the key another secret, shown this once.
     *
     * @param seen until when the secret before opened as the form was shown: a form sent twice rotates once
     */
    @PostMapping(KeyAsk.PATH + "/{id}/" + ROTATE)
    String rotate(
            @PathVariable UUID id,
            @RequestParam String seen,
            @RequestParam MultiValueMap<String, String> said,
            @ModelAttribute(name = ASK, binding = false) KeyAsk ask,
            @RequestHeader(name = PART, required = false) @Nullable String part,
            @AuthenticationPrincipal Caller caller,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        KeyAsk asked = ask.doing(id.toString(), ROTATE);
        Rotated before = new Rotated.Until(seen.isEmpty() ? null : instant(seen));
        Outcome<Optional<RotatedKey>> outcome =
                forms.take(Rotation.class, said, request -> keys.rotate(id.toString(), request, before, caller));
        Optional<RotatedKey> rotated = outcome.done();
        if (rotated == null) {
            return refused(asked, new Attempt(said, outcome.not()), part, caller, response, model, locale);
        }
        model.addAttribute("secret", rotated.map(RotatedKey::key).orElse(null));
        model.addAttribute("meanwhile", rotated.isEmpty());
        return taken(asked.opening(id.toString()), ROTATE + '-' + id, part, caller, response, model, locale);
    }

    @PostMapping(KeyAsk.PATH + "/{id}/" + REVOKE)
    String revoke(
            @PathVariable UUID id,
            @ModelAttribute(name = ASK, binding = false) KeyAsk ask,
            @RequestHeader(name = PART, required = false) @Nullable String part,
            @AuthenticationPrincipal Caller caller,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        keys.revoke(id.toString(), caller); // again, it stays revoked
        KeyAsk now = ask.opening(id.toString());
        return part == null
                ? "redirect:" + now.at()
                : taken(now, REVOKE + '-' + id, part, caller, response, model, locale);
    }

    private String refused(
            KeyAsk ask,
            Attempt attempt,
            @Nullable String part,
            Caller caller,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        response.setStatus(422);
        return show(ask, attempt, part, caller, model, locale);
    }

    private String taken(
            KeyAsk now,
            String form,
            @Nullable String part,
            Caller caller,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        response.setHeader("HX-Push-Url", now.at());
        model.addAttribute("sent", form);
        show(now, Attempt.NONE, null, caller, model, locale);
        return part == null ? PAGE : "keys/detail :: taken";
    }

    private String show(KeyAsk ask, Attempt attempt, @Nullable String part, Caller caller, Model model, Locale locale) {
        Instant now = clock.instant();
        List<Row> all = keys.all().stream().map(key -> row(key, now)).toList();
        model.addAttribute(ASK, ask);
        model.addAttribute("words", reader.words(locale));
        Row open = ask.open() == null
                ? null
                : all.stream()
                        .filter(row -> row.key().id().equals(ask.open()))
                        .findFirst()
                        .orElseThrow(KeyPages::unknown);
        model.addAttribute("detail", open);
        if (ask.form() != null && (open == null || !open.state().past())) {
            model.addAttribute("form", form(ask, open, attempt, caller, locale));
        }
        if ("detail".equals(part)) {
            return "keys/detail :: detail";
        }
        List<Row> rows =
                all.stream().filter(row -> row.state().past() == ask.past()).toList();
        List<Row> page = rows.stream()
                .filter(row -> ask.after() == null || row.key().id().compareTo(ask.after()) < 0)
                .limit(ROWS + 1L)
                .toList();
        boolean more = page.size() > ROWS;
        model.addAttribute("rows", more ? page.subList(0, ROWS) : page);
        model.addAttribute(
                "tabs",
                Stream.of(false, true)
                        .map(past -> new Tab(
                                messages.getMessage("api-keys.tab." + past, null, locale),
                                ask.of(past).at(),
                                past == ask.past(),
                                all.stream()
                                        .filter(row -> row.state().past() == past)
                                        .count(),
                                null))
                        .toList());
        model.addAttribute("first", ask.from(null).at());
        model.addAttribute(
                "next", more ? ask.from(page.get(ROWS - 1).key().id()).at() : null);
        model.addAttribute("issuing", ask.doing(null, ISSUE).at());
        return PAGE;
    }

    private Form form(KeyAsk ask, @Nullable Row open, Attempt attempt, Caller caller, Locale locale) {
        String act = String.valueOf(ask.form());
        Class<? extends Record> type = switch (act) {
            case ISSUE -> NewKey.class;
            case ROTATE -> Rotation.class;
            case REVOKE -> Nothing.class;
            default -> throw unknown();
        };
        if (act.equals(ISSUE) == (open != null)) {
            throw unknown();
        }
        MultiValueMap<String, String> said = attempt.said();
        if (said == null) {
            said = new LinkedMultiValueMap<>();
            said.add("overlap", KeyChoices.A_DAY);
        }
        return forms.form(
                new Asked<>(
                        act,
                        type,
                        ask.open(),
                        ask.post(act.equals(ROTATE) && open != null ? seen(open.key()) : null),
                        ask.opening(ask.open()).at(),
                        choices.of(act, caller, locale),
                        Set.of("unit"),
                        act.equals(REVOKE)),
                said,
                attempt.not());
    }

    private static Row row(KeyRow key, Instant now) {
        Instant former = key.formerUntil();
        return new Row(key, KeyState.of(key, now), former != null && former.isAfter(now) ? former : null);
    }

    private static String seen(KeyRow key) {
        return key.formerUntil() == null ? "" : key.formerUntil().toString();
    }

    private static Instant instant(String said) {
        try {
            return Instant.parse(said);
        } catch (DateTimeParseException e) {
            throw unknown();
        }
    }

    private static Problem unknown() {
        return new Problem(ProblemCode.NOT_FOUND, Map.of());
    }
}
