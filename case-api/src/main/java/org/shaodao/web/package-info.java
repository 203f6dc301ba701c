/** What every request over HTTP has in common: its size, its identity, and who sent it. */
@NullMarked
package org.shaodao.web;

import org.jspecify.annotations.NullMarked;
