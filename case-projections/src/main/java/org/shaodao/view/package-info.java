/**
 * How read models live: every view has generations, each in a schema of its own; one of them is live, and the next is
 * filled beside it while readers go on. A generation's rows and its position in the log change in one transaction, so
 * each event counts exactly once.
 */
@NullMarked
package org.shaodao.view;

import org.jspecify.annotations.NullMarked;
