/**
 * Versioned documents: what differs from city to city and from year to year, as data. Policy packs, calendars, the
 * organisation registry, duty lists and the dispatch catalogue are published by commands, never changed, and named by
 * every decision that used them.
 */
@NullMarked
package org.shaodao.documents;

import org.jspecify.annotations.NullMarked;
