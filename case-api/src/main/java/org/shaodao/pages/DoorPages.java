package org.shaodao.pages;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.shaodao.access.Accounts;
import org.shaodao.access.Caller;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in, choosing a password, and the way to the page that answers one's own question. */
@Controller
class DoorPages {
    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;

    private final Accounts accounts;

    DoorPages(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/sign-in")
    String signIn() {
        return "sign-in/sign-in";
    }

    @GetMapping("/")
    String home(@AuthenticationPrincipal Caller caller) {
        return switch (caller.role()) {
            case UNIT -> "redirect:/inbox";
            case STREET, DISTRICT, AUDITOR -> "redirect:/cases";
            case ADMINISTRATOR -> "redirect:/status";
            case RESIDENT, GRID_WORKER, COMMUNITY -> throw new AccessDeniedException("no desk for this role");
        };
    }

    @GetMapping("/password")
    String password() {
        return "sign-in/password";
    }

    @PostMapping("/password")
    String changePassword(
            @RequestParam String password,
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            Model model)
            throws ServletException {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            model.addAttribute("refused", true);
            return "sign-in/password";
        }
        accounts.changePassword(caller.id(), password);
        request.logout();
        return "redirect:/sign-in?changed";
    }
}
