package org.shaodao.administration;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Audit;
import org.shaodao.access.Audit.Kind;
import org.shaodao.access.Caller;
import org.shaodao.people.People;
import org.shaodao.problem.OneLine;
import org.shaodao.web.FileFormat;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 管理记录: which administrator did what to whom? */
@Controller
@PreAuthorize("hasAnyAuthority('ADMINISTRATOR', 'AUDITOR')")
class AdministrationPages {
    private static final int ROWS = 40;

    private final Audit audit;
    private final People people;
    private final ActTeller teller;
    private final ActExport export;

    AdministrationPages(Audit audit, People people, ActTeller teller, ActExport export) {
        this.audit = audit;
        this.people = people;
        this.teller = teller;
        this.export = export;
    }

    /**
     * Acts, the newest first.
     *
     * @param subject id of the user or key it was done to
     * @param user the same for a user, by their login
     * @param by what the one who acted was called then
     */
    @GetMapping("/administration")
    String acts(
            @RequestParam(name = "kind", required = false) @Nullable Kind of,
            @RequestParam(required = false) @Nullable @OneLine String subject,
            @RequestParam(required = false) @Nullable @OneLine String user,
            @RequestParam(required = false) @Nullable @OneLine String by,
            @RequestParam(required = false) @Nullable String cursor,
            Model model,
            Locale locale) {
        String login = given(user);
        Audit.Sought sought = sought(of, subject, user, by);
        String whom = sought.subject();
        Audit.Page page = audit.page(sought, cursor, ROWS);
        model.addAttribute("acts", teller.told(page.entries(), locale));
        model.addAttribute("next", page.next());
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("kind", of);
        model.addAttribute("subject", login == null ? whom : null);
        model.addAttribute("whom", login == null && whom != null ? teller.name(of, whom) : null);
        model.addAttribute("user", login);
        model.addAttribute("by", given(by));
        model.addAttribute("cursor", cursor);
        return "administration/administration";
    }

    /** All acts that are looked for, as a file. */
    @GetMapping("/administration/export")
    void export(
            @RequestParam FileFormat format,
            @RequestParam(name = "kind", required = false) @Nullable Kind of,
            @RequestParam(required = false) @Nullable @OneLine String subject,
            @RequestParam(required = false) @Nullable @OneLine String user,
            @RequestParam(required = false) @Nullable @OneLine String by,
            @AuthenticationPrincipal Caller caller,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        export.write(sought(of, subject, user, by), format, caller, locale, response);
    }

    private Audit.Sought sought(
            @Nullable Kind of, @Nullable String subject, @Nullable String user, @Nullable String by) {
        String login = given(user);
        return login == null
                ? new Audit.Sought(of, given(subject), given(by))
                : new Audit.Sought(
                        Kind.USER, people.named(login).map(found -> found.id()).orElse(login), given(by));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
