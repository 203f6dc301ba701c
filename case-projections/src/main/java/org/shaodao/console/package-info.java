/** 街道工作台. What waits for the street or the district, who has not come, and what falls due. */
@NullMarked
package org.shaodao.console;

import org.jspecify.annotations.NullMarked;
