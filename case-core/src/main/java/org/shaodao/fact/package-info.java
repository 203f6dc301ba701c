/**
 * What every fact and every request has, whichever aggregate it belongs to: who, when, under which name, how its words
 * are sealed, how a repetition is recognised and how a refusal is said.
 */
@NullMarked
package org.shaodao.fact;

import org.jspecify.annotations.NullMarked;
