package org.shaodao.casefile;

import java.time.Instant;
import org.shaodao.fact.By;
import org.shaodao.fact.Sealed;
import org.shaodao.fact.StoredAs;

/** 身份保护. Who the resident is (rule 7): what happened. */
public sealed interface IdentityEvent extends CaseEvent {
    /** 打开联系卡. The handler of a dispatch may read name, telephone and address until the card lapses. */
    @StoredAs("casefile.contact-card-opened")
    record ContactCardOpened(By by, Instant occurredAt, Integer dispatch, String unit, Instant until, Sealed purpose)
            implements IdentityEvent {}

    /** 查看身份. Somebody who runs the case or watches over it may read them for a while. */
    @StoredAs("casefile.identity-revealed")
    record IdentityRevealed(By by, Instant occurredAt, Instant until, Sealed purpose) implements IdentityEvent {}
}
