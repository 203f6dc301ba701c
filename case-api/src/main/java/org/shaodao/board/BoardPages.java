package org.shaodao.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.history.CaseReader;
import org.shaodao.parts.Tab;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** 挂牌销号: what is listed, who answers for it, until when? */
@Controller
class BoardPages {
    private static final int ROWS = 40;

    private final Board board;
    private final CaseReader reader;
    private final MessageSource messages;

    BoardPages(Board board, CaseReader reader, MessageSource messages) {
        this.board = board;
        this.reader = reader;
        this.messages = messages;
    }

    @GetMapping("/board")
    @PreAuthorize("hasAnyAuthority('STREET', 'UNIT', 'DISTRICT', 'AUDITOR')")
    String board(
            @RequestParam(defaultValue = "OPEN") BoardState state,
            @RequestParam(required = false) @Nullable Listing listing,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal Caller caller,
            Model model,
            Locale locale) {
        BoardPage page = board.page(BoardController.query(caller, null, null, listing, state, cursor, ROWS), null);
        model.addAttribute("page", page);
        model.addAttribute("state", state);
        model.addAttribute("tabs", tabs(page, state, listing, locale));
        model.addAttribute("listings", listings(state, listing, locale));
        model.addAttribute("first", address(state, listing, null));
        model.addAttribute("cursor", cursor);
        model.addAttribute(
                "next",
                page.next() == null ? null : address(state, listing, page.next().encode()));
        model.addAttribute("words", reader.words(locale));
        return "board/board";
    }

    private List<Tab> tabs(BoardPage page, BoardState current, @Nullable Listing listing, Locale locale) {
        return Arrays.stream(BoardState.values())
                .map(state -> new Tab(
                        messages.getMessage("code.board." + state, null, locale),
                        address(state, listing, null),
                        state == current,
                        page.counts().getOrDefault(state, 0L),
                        state == BoardState.OVERDUE ? "missed" : null))
                .toList();
    }

    /** The reasons among which the reader may choose, and all of them. */
    private List<Tab> listings(BoardState state, @Nullable Listing current, Locale locale) {
        List<Tab> all = new ArrayList<>();
        all.add(new Tab(
                messages.getMessage("board.all", null, locale),
                address(state, null, null),
                current == null,
                null,
                null));
        for (Listing listing : Listing.values()) {
            all.add(new Tab(
                    messages.getMessage("code.listing." + listing, null, locale),
                    address(state, listing, null),
                    listing == current,
                    null,
                    null));
        }
        return all;
    }

    private static String address(BoardState state, @Nullable Listing listing, @Nullable String cursor) {
        UriComponentsBuilder to = UriComponentsBuilder.fromPath("/board").queryParam("state", state);
        if (listing != null) {
            to.queryParam("listing", listing);
        }
        if (cursor != null) {
            to.queryParam("cursor", cursor);
        }
        return to.encode().toUriString();
    }
}
