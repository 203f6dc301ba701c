/** The database of an installation without one: a PostgreSQL that the application itself starts, guards and stops. */
@NullMarked
package org.shaodao.postgres;

import org.jspecify.annotations.NullMarked;
