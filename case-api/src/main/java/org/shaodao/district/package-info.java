/** 区级督办. What the district has to rule on, to designate and to approve, of every street. */
@NullMarked
package org.shaodao.district;

import org.jspecify.annotations.NullMarked;
