/** The state of the read models over HTTP. */
@NullMarked
package org.shaodao.view;

import org.jspecify.annotations.NullMarked;
