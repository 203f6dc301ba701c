/**
 * Axon Server as the place of events and the way of commands. Aggregates, views, reactions and pages are the same as
 * over PostgreSQL, which keeps the views.
 *
 * <p>{@link org.shaodao.axonserver.AxonServerLine} is the connection; {@link org.shaodao.axonserver.TranslatingBus} says
 * at either end of it, by {@link org.shaodao.axonserver.Outcomes}, what a command came to, so that a refusal reads the
 * same whichever node decided; {@link org.shaodao.axonserver.WireSerializer} writes commands and refusals.
 */
@NullMarked
package org.shaodao.axonserver;

import org.jspecify.annotations.NullMarked;
