package org.shaodao.history;

import org.shaodao.fact.Sealed;

/**
 * Words of an event that only the vault can open.
 *
 * @param label which words, for example {@code narrative}: the field label they were sealed under
 */
public record SealedText(String label, Sealed sealed) {}
