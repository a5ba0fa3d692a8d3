package com.smartfitness.search.preference;

import com.smartfitness.defaults.security.Caller;
import com.smartfitness.search.replica.KnownUsers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/preferences")
@PreAuthorize("hasRole('CUSTOMER')")
class PreferenceController {

    private final Preferences preferences;
    private final KnownUsers users;

    PreferenceController(Preferences preferences, KnownUsers users) {
        this.preferences = preferences;
        this.users = users;
    }

    /** What a customer decides. */
    record PreferenceRequest(@NotNull Boolean enabled) {}

    /** What is known of a customer. */
    @Schema(name = "Preference")
    record PreferenceView(
            @Schema(description = "Whether keywords are noted and notifications come.")
            boolean enabled,

            @Schema(description = "Newest first.") List<Keyword> keywords) {

        static PreferenceView of(Preference preference) {
            return new PreferenceView(preference.enabled(), preference.keywords());
        }
    }

    @GetMapping
    @Operation(
            summary = "What is known of what the caller looks for",
            description = "Words of the caller's searches and reviews: the newest 60, for 90 days after they were last"
                    + " used. Seen seconds after a search.")
    PreferenceView get(Caller caller) {
        users.require(caller);
        return PreferenceView.of(preferences.of(caller.userId()));
    }

    @PutMapping
    @Operation(
            summary = "Opt out, or in again",
            description = "With enabled=false all keywords are forgotten and no more are noted, and no notifications"
                    + " come. Those that have come stay to be read.")
    PreferenceView put(@Valid @RequestBody PreferenceRequest request, Caller caller) {
        users.require(caller);
        return PreferenceView.of(preferences.change(caller.userId(), (now, _) -> now.enabled(request.enabled())));
    }
}
