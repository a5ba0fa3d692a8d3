package com.smartfitness.search.preference;

import com.smartfitness.search.preference.NotificationView.Offer;
import com.smartfitness.search.replica.KnownBranches;
import org.springframework.stereotype.Component;

/** Shows notifications, with branches named as they are named now. */
@Component
class NotificationViews {

    private final KnownBranches branches;

    NotificationViews(KnownBranches branches) {
        this.branches = branches;
    }

    NotificationView of(Notification told) {
        return new NotificationView(
                told.id(),
                told.at(),
                told.readAt(),
                told.matches().stream()
                        .map(match -> new Offer(
                                match.branchId(), branches.name(match.branchId()), match.origin(), match.keywords()))
                        .toList());
    }
}
