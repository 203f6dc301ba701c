/** What all pages share: the door, the way home, times, and errors said in words. */
@NullMarked
package org.shaodao.pages;

import org.jspecify.annotations.NullMarked;
