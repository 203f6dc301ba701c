/** One way to say what went wrong: problem+json with a stable code. */
@NullMarked
package org.shaodao.problem;

import org.jspecify.annotations.NullMarked;
