package com.smartfitness.access.samples;

import com.smartfitness.auth.samples.Account;
import com.smartfitness.events.samples.SharedEvents.DoorOpenedEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class Entrance {

    static final class HearsOfDoors {
        @Nullable DoorOpenedEvent latest;
    }

    static final class BorrowsAccounts {
        Account[] accounts = {};
    }

    static final class ListsAccounts {
        List<Account> accounts = List.of();
    }

    private Entrance() {}
}
