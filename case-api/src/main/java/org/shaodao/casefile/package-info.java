/** The steps of a case over HTTP: words are sealed and numbers drawn here, before the command. */
@NullMarked
package org.shaodao.casefile;

import org.jspecify.annotations.NullMarked;
