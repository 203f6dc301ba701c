/** 居民页: what a resident sees and does of their own case, on a phone and without an account. */
@NullMarked
package org.shaodao.resident;

import org.jspecify.annotations.NullMarked;
