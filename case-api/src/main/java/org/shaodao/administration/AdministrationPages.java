package org.shaodao.administration;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Audit;
import org.shaodao.access.Audit.Kind;
import org.shaodao.people.People;
import org.shaodao.problem.OneLine;
import org.springframework.security.access.prepost.PreAuthorize;
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

    AdministrationPages(Audit audit, People people, ActTeller teller) {
        this.audit = audit;
        this.people = people;
        this.teller = teller;
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
        String whom = login == null
                ? given(subject)
                : people.named(login).map(found -> found.id()).orElse(login);
        Audit.Page page = audit.page(new Audit.Sought(login == null ? of : Kind.USER, whom, given(by)), cursor, ROWS);
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

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
