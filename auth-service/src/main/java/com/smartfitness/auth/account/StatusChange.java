package com.smartfitness.auth.account;

import com.smartfitness.events.UserStatus;
import jakarta.validation.constraints.NotNull;

/** Whether an account may be used from now on. */
record StatusChange(
        @NotNull(message = "ACTIVE or DEACTIVATED is needed.") UserStatus status) {}
