/** 哨图. The lane picture: who did what when, a lane for each unit on one axis of time. */
@NullMarked
package org.shaodao.lanes;

import org.jspecify.annotations.NullMarked;
