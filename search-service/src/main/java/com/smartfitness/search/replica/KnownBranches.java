package com.smartfitness.search.replica;

import com.smartfitness.replication.ReplicaRows;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The replicated branches, one by one. */
@Repository
public class KnownBranches {

    private final ReplicaRows rows;

    KnownBranches(ReplicaRows rows) {
        this.rows = rows;
    }

    /** Whether the branch is known to be closed for good; not if it has not arrived here yet. */
    public boolean isClosed(String branchId) {
        return find(branchId).filter(branch -> !branch.open()).isPresent();
    }

    /** Its name; null if it is not known. */
    public @Nullable String name(String branchId) {
        return find(branchId).map(KnownBranch::name).orElse(null);
    }

    private Optional<KnownBranch> find(String branchId) {
        return rows.row(KnownBranch.TABLE, KnownBranch.class, branchId);
    }
}
