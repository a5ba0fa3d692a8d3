package com.smartfitness.search.offer;

import com.smartfitness.events.BranchEvent;
import com.smartfitness.events.BranchStatus;
import com.smartfitness.events.PreferenceOrigin;
import com.smartfitness.replication.Reaction;
import com.smartfitness.replication.elasticsearch.DocumentChange;
import com.smartfitness.replication.elasticsearch.DocumentChange.Changed;
import com.smartfitness.replication.elasticsearch.ElasticsearchChanges;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Notes what owners and customers say of branches, to be read afterwards. */
@Component
@Reaction(queue = "branch-texts")
public class BranchTexts {

    private final ElasticsearchChanges changes;

    BranchTexts(ElasticsearchChanges changes) {
        this.changes = changes;
    }

    void on(BranchEvent branch) {
        if (branch.status() == BranchStatus.OPEN) {
            changes.enlist(
                    heard(branch.branchId(), new BranchText(PreferenceOrigin.INTRODUCTION, textOf(branch), null)));
        }
    }

    /** A customer has reviewed a branch. Again changes nothing. */
    public void reviewed(String branchId, String text, @Nullable String authorId) {
        changes.make(heard(branchId, new BranchText(PreferenceOrigin.REVIEW, text, authorId)));
    }

    private static DocumentChange<BranchOffer> heard(String branchId, BranchText text) {
        return new DocumentChange<>(
                BranchOffer.KIND,
                branchId,
                BranchOffer.class,
                stored -> Changed.to(
                        stored.orElseGet(() -> BranchOffer.of(branchId)).heard(text)));
    }

    private static String textOf(BranchEvent branch) {
        String introduction = branch.introduction();
        return String.join(
                "\n",
                Stream.of(
                                List.of(branch.name()),
                                branch.amenities(),
                                branch.equipment(),
                                introduction == null ? List.<String>of() : List.of(introduction))
                        .flatMap(List::stream)
                        .toList());
    }
}
