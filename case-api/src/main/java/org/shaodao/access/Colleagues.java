package org.shaodao.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.shaodao.fact.By;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Names of people as far as whoever asks works with them; others are known by their unit. Called as {@code @colleagues}. */
@Component("colleagues")
public class Colleagues {
    private final Accounts accounts;

    Colleagues(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The login of a colleague; nothing for anybody else. */
    public String name(By by) {
        return named().apply(by.person()).orElse("");
    }

    /** Tells names by the ids of accounts to whoever asks now, and looks each up once. */
    public Function<String, Optional<String>> named() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof Caller reader)) {
            return id -> Optional.empty();
        }
        Map<String, Optional<String>> known = new HashMap<>();
        return id -> known.computeIfAbsent(id, wanted -> accounts.nameFor(reader, wanted));
    }
}
