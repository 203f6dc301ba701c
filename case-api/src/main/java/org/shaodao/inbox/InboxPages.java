package org.shaodao.inbox;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.history.CaseReader;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 收件箱: what must I do now? */
@Controller
class InboxPages {
    private static final int ROWS = 40;

    private final Inbox inbox;
    private final CaseReader reader;

    InboxPages(Inbox inbox, CaseReader reader) {
        this.inbox = inbox;
        this.reader = reader;
    }

    @GetMapping("/inbox")
    @PreAuthorize("hasAuthority('UNIT')")
    String inbox(
            @RequestParam(defaultValue = "TO_ACKNOWLEDGE") InboxTab tab,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal Caller caller,
            Model model,
            Locale locale) {
        String unit = Objects.requireNonNull(caller.unit());
        InboxQuery query = InboxQuery.of(unit, tab, ROWS);
        model.addAttribute("page", inbox.page(cursor == null ? query : query.after(InboxCursor.decode(cursor)), null));
        model.addAttribute("tab", tab);
        model.addAttribute("tabs", InboxTab.values());
        model.addAttribute("cursor", cursor);
        model.addAttribute("words", reader.words(locale));
        return "inbox/inbox";
    }
}
