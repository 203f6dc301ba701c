package org.shaodao.fact;

/** Refusals that any aggregate may give. */
public sealed interface CommonRefusal extends Refusal {
    /** The step is not for somebody in this role. */
    record RoleMayNot(String step, String role) implements CommonRefusal {}

    /** The same idempotency key came before with another request. */
    record RequestDiffers() implements CommonRefusal {}

    /** Somebody was faster: things moved on since the version the caller decided upon. */
    record VersionChanged(Long expected, Long actual) implements CommonRefusal {}
}
