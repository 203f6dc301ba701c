/** 联动. What follows by itself from what happened: one class for each, told as When…Then…. */
@NullMarked
package org.shaodao.reactions;

import org.jspecify.annotations.NullMarked;
