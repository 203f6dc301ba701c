/**
 * How fast the product is, beside plain JDBC, a stock event store and another engine: each contestant warm in a JVM of its
 * own, all on one durable PostgreSQL, in rounds one after another.
 */
@NullMarked
package org.shaodao.bench;

import org.jspecify.annotations.NullMarked;
