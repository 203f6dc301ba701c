/** 导入. Cases of another system, row by row, as full lives with the times of their source. */
@NullMarked
package org.shaodao.imports;

import org.jspecify.annotations.NullMarked;
