package org.shaodao.board;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Some items of the board.
 *
 * @param next where the following page begins; null = this was the last
 * @param counts how many stand in each state, of the same street, owner and reason; a state without any is left out
 */
public record BoardPage(List<BoardRow> items, @Nullable BoardCursor next, Map<BoardState, Long> counts) {}
