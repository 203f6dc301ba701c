/** Who is at the door: accounts, keys of offices, and what each may open. */
@NullMarked
package org.shaodao.access;

import org.jspecify.annotations.NullMarked;
