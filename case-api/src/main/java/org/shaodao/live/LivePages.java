package org.shaodao.live;

import org.shaodao.access.Caller;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream that open pages listen to. */
@Controller
class LivePages {
    private final LiveCases live;

    LivePages(LiveCases live) {
        this.live = live;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @PreAuthorize("hasAnyAuthority('UNIT', 'STREET', 'DISTRICT', 'AUDITOR')")
    SseEmitter live(@AuthenticationPrincipal Caller caller) {
        return live.listen(caller);
    }
}
