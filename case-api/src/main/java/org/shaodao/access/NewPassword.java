package org.shaodao.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A new password of one's own choosing. */
public record NewPassword(
        @NotBlank @Size(min = 10, max = 200) String password) {}
