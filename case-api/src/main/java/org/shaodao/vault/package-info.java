/**
 * Who can be read, and who no longer can. Words about people are sealed with a key of the person before they reach an
 * event; destroying the key is how an event that may never change forgets somebody.
 */
@NullMarked
package org.shaodao.vault;

import org.jspecify.annotations.NullMarked;
