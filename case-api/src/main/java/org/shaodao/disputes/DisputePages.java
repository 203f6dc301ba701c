package org.shaodao.disputes;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.fact.Role;
import org.shaodao.history.CaseReader;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 派单异议: on which disputes is an answer or a ruling waited for? */
@Controller
class DisputePages {
    private static final int ROWS = 40;

    private final Disputes disputes;
    private final CaseReader reader;

    DisputePages(Disputes disputes, CaseReader reader) {
        this.disputes = disputes;
        this.reader = reader;
    }

    @GetMapping("/disputes")
    @PreAuthorize("hasAnyAuthority('STREET', 'UNIT', 'DISTRICT', 'AUDITOR')")
    String open(
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal Caller caller,
            Model model,
            Locale locale) {
        model.addAttribute(
                "page",
                disputes.open(
                        caller.role() == Role.STREET ? caller.unit() : null,
                        caller.role() == Role.UNIT ? caller.unit() : null,
                        cursor == null ? null : DisputeCursor.decode(cursor),
                        ROWS));
        model.addAttribute("cursor", cursor);
        model.addAttribute("words", reader.words(locale));
        return "disputes/disputes";
    }
}
