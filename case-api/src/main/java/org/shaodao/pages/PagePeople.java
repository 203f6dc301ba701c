package org.shaodao.pages;

import java.util.Objects;
import org.shaodao.access.Accounts;
import org.shaodao.access.Caller;
import org.shaodao.fact.By;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Names of people as far as the reader works with them; others are known by their unit. Called as {@code @colleagues}. */
@Component("colleagues")
public class PagePeople {
    private final Accounts accounts;

    PagePeople(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The login of a colleague; nothing for anybody else. */
    public String name(By by) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        boolean colleague = authentication != null
                && authentication.getPrincipal() instanceof Caller reader
                && reader.unit() != null
                && Objects.equals(reader.unit(), by.unitId());
        return colleague && by.unitId() != null
                ? accounts.of(by.unitId()).stream()
                        .filter(account -> account.id().equals(by.actorId()))
                        .map(Caller::name)
                        .findFirst()
                        .orElse("")
                : "";
    }
}
