package org.shaodao.pages;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Accounts;
import org.shaodao.access.Caller;
import org.shaodao.access.NewPassword;
import org.shaodao.access.OidcSettings;
import org.shaodao.access.Sessions;
import org.shaodao.access.SignIn;
import org.shaodao.access.SignInPaused;
import org.shaodao.history.CaseReader;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in, choosing a password, and the way to the page that answers one's own question. */
@Controller
class DoorPages {
    /** A second that every calendar has; what comes after it was not said by us. */
    private static final long LATEST = 4_102_444_800L;

    private final Accounts accounts;
    private final Desks desks;
    private final CaseReader reader;
    private final SignIn door;
    private final OidcSettings oidc;

    DoorPages(Accounts accounts, Desks desks, CaseReader reader, SignIn door, OidcSettings oidc) {
        this.accounts = accounts;
        this.desks = desks;
        this.reader = reader;
        this.door = door;
        this.oidc = oidc;
    }

    @GetMapping("/sign-in")
    String signIn(@RequestParam(required = false) @Nullable Long paused, Model model) {
        model.addAttribute("elsewhere", oidc.on());
        model.addAttribute("heardAt", paused == null ? null : Instant.ofEpochSecond(Math.clamp(paused, 0, LATEST)));
        return "sign-in/sign-in";
    }

    @GetMapping("/")
    String home(@AuthenticationPrincipal Caller caller) {
        return desks.of(caller).stream()
                .findFirst()
                .map(home -> "redirect:" + home.path())
                .orElseThrow(() -> new AccessDeniedException("no desk for this role"));
    }

    @GetMapping("/acting-as")
    String roles(@AuthenticationPrincipal Caller caller, Locale locale, Model model) {
        model.addAttribute("roles", accounts.capacities(caller.id()));
        model.addAttribute("words", reader.words(locale));
        return "sign-in/acting-as";
    }

    @PostMapping("/acting-as")
    String actAs(
            @RequestParam String role,
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Caller> chosen = accounts.as(caller, role);
        chosen.ifPresent(as -> Sessions.become(as, request, response));
        return chosen.isPresent() ? "redirect:/" : "redirect:/acting-as";
    }

    @GetMapping("/password")
    String password() {
        return "sign-in/password";
    }

    @PostMapping("/password")
    String changePassword(
            @Valid @ModelAttribute NewPassword chosen,
            BindingResult wrong,
            @RequestParam(required = false) @Nullable String current,
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            Model model)
            throws ServletException {
        boolean known = caller.mustChange() || current != null && isPassword(caller, current, request);
        if (!known || wrong.hasErrors()) {
            model.addAttribute("unknown", !known);
            model.addAttribute("refused", wrong.hasErrors());
            return "sign-in/password";
        }
        boolean changed = accounts.changePassword(caller, chosen);
        request.logout();
        return changed ? "redirect:/sign-in?changed" : "redirect:/sign-in?expired";
    }

    private boolean isPassword(Caller caller, String current, HttpServletRequest request) {
        try {
            return door.isPasswordOf(caller, current, request.getRemoteAddr());
        } catch (SignInPaused tooOften) {
            return false;
        }
    }
}
