package org.shaodao.view;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 运行状态: is everything where it should be? */
@Controller
class StatusPages {
    private final ViewRegistry registry;

    StatusPages(ViewRegistry registry) {
        this.registry = registry;
    }

    @GetMapping("/status")
    @PreAuthorize("hasAuthority('ADMINISTRATOR')")
    String status(Model model) {
        model.addAttribute("views", registry.status());
        return "status/status";
    }
}
