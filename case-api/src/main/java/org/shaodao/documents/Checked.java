package org.shaodao.documents;

import java.util.List;
import org.shaodao.documents.Difference.Change;
import org.shaodao.problem.FieldProblem;

/**
 * A document that was looked at.
 *
 * @param errors everything that is wrong, in the order of the text
 * @param changes what is different from the version in force; everything, where there is none
 */
record Checked(List<FieldProblem> errors, List<Change> changes) {}
