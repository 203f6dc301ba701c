/**
 * The event store on PostgreSQL: one appender writes what all callers bring, in one order; everybody else reads.
 *
 * <p>Axon Framework is used as a library. Events are appended by {@link org.shaodao.eventstore.Appender}, read by
 * {@link org.shaodao.eventstore.AppendingEventStorageEngine}, named by {@link org.shaodao.eventstore.StoredNames} and
 * handed to the read models by {@link org.shaodao.eventstore.WakeableEventStore}.
 */
@NullMarked
package org.shaodao.eventstore;

import org.jspecify.annotations.NullMarked;
