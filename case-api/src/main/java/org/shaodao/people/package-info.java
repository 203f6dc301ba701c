/** The people of the offices as an administrator keeps them: accounts, their roles and who stands in for whom. */
@NullMarked
package org.shaodao.people;

import org.jspecify.annotations.NullMarked;
