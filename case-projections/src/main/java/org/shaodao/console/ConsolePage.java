package org.shaodao.console;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a tab.
 *
 * @param next where the following page begins; null = this was the last
 * @param counts of all tabs of the desk, whatever was asked for; one without anything is left out
 */
public record ConsolePage(List<ConsoleRow> rows, @Nullable ConsoleCursor next, Map<ConsoleTab, Long> counts) {}
