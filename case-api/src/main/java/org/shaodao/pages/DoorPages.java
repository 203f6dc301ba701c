package org.shaodao.pages;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Accounts;
import org.shaodao.access.Caller;
import org.shaodao.access.NewPassword;
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
    private final Accounts accounts;
    private final Desks desks;

    DoorPages(Accounts accounts, Desks desks) {
        this.accounts = accounts;
        this.desks = desks;
    }

    @GetMapping("/sign-in")
    String signIn() {
        return "sign-in/sign-in";
    }

    @GetMapping("/")
    String home(@AuthenticationPrincipal Caller caller) {
        return desks.of(caller).stream()
                .findFirst()
                .map(home -> "redirect:" + home.path())
                .orElseThrow(() -> new AccessDeniedException("no desk for this role"));
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
        boolean known = caller.mustChange() || current != null && accounts.isPasswordOf(caller, current);
        if (!known || wrong.hasErrors()) {
            model.addAttribute("unknown", !known);
            model.addAttribute("refused", wrong.hasErrors());
            return "sign-in/password";
        }
        boolean changed = accounts.changePassword(caller, chosen);
        request.logout();
        return changed ? "redirect:/sign-in?changed" : "redirect:/sign-in?expired";
    }
}
