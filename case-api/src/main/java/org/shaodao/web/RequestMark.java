package org.shaodao.web;

import org.jspecify.annotations.Nullable;
import org.shaodao.fact.By;

/**
 * What identifies one request to change something.
 *
 * @param by the actor as events remember it
 * @param personal whether a person stands behind the act: signed in, or named by their office's system
 * @param commandId the same for every repetition of the request
 * @param requestHash keyed fingerprint of method, path and body
 * @param repeatable whether the caller named an idempotency key, so that a repetition can be recognised
 * @param expectedVersion the version the caller decided upon; null = any
 * @param channel for example {@code api} or {@code import}
 * @param trace what it belongs to: the trace of its request, which log lines carry too, or the attempt itself
 */
public record RequestMark(
        By by,
        boolean personal,
        String commandId,
        String requestHash,
        boolean repeatable,
        @Nullable Long expectedVersion,
        String channel,
        String trace) {}
