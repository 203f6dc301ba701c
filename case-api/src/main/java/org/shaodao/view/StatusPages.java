package org.shaodao.view;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemCode;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 运行状态: is everything where it should be? */
@Controller
@PreAuthorize("hasAuthority('ADMINISTRATOR')")
class StatusPages {
    private final ViewRegistry registry;

    StatusPages(ViewRegistry registry) {
        this.registry = registry;
    }

    /** @param tried whether a case that was just tried again is told now */
    @GetMapping("/status")
    String status(@RequestParam(required = false) @Nullable Boolean tried, Model model) {
        model.addAttribute("views", registry.status());
        model.addAttribute("aside", registry.setAside());
        model.addAttribute("tried", tried);
        return "status/status";
    }

    @PostMapping("/status/set-aside")
    String tryAgain(@RequestParam String view, @RequestParam UUID caseId) {
        if (!registry.has(view)) {
            throw new Problem(ProblemCode.NOT_FOUND, Map.of());
        }
        return "redirect:/status?tried=" + registry.tryAgain(view, caseId);
    }
}
