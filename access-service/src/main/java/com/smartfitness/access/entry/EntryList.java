package com.smartfitness.access.entry;

import com.smartfitness.access.replica.KnownBranches;
import com.smartfitness.access.store.Store;
import com.smartfitness.defaults.security.Caller;
import com.smartfitness.defaults.web.Cursor;
import com.smartfitness.defaults.web.Page;
import com.smartfitness.events.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.Limit;
import org.springframework.stereotype.Repository;

/** Entries for whom they concern: a user's own, those of an owner's branch, all for operators. */
@Repository
class EntryList {

    private final Store store;
    private final KnownBranches branches;
    private final EntryKeys keys;

    EntryList(Store store, KnownBranches branches) {
        this.store = store;
        this.branches = branches;
        this.keys = new EntryKeys(store);
    }

    /** Entries from the newest. */
    Page<EntryView> page(Caller caller, @Nullable String branchId, int limit, @Nullable String cursor) {
        String list = list(caller, branchId);
        Range.Bound<byte[]> before = cursor == null
                ? Range.Bound.unbounded()
                : Range.Bound.exclusive(Store.bytes(Cursor.newestFirst(cursor).id()));
        Range<byte[]> range = Range.of(Range.Bound.unbounded(), before);
        return store.read(redis -> {
            Set<byte[]> ids = redis.zSetCommands()
                    .zRevRangeByLex(Store.bytes(list), range, Limit.limit().count(limit + 1));
            List<EntryView> entries = new ArrayList<>();
            for (byte[] id : ids == null ? Set.<byte[]>of() : ids) {
                Map<byte[], byte[]> fields = redis.hashCommands().hGetAll(Store.bytes(keys.entry(Store.text(id))));
                // Its time may be up while it still stands in the list.
                if (fields != null && !fields.isEmpty()) {
                    entries.add(EntryFields.view(Store.text(id), texts(fields)));
                }
            }
            return Page.of(entries, limit, last -> new Cursor(last.at(), last.accessId()).text());
        });
    }

    /**
     * One entry.
     *
     * @throws EntryNotFoundException where there is none that the caller may see
     */
    EntryView get(Caller caller, String id) {
        Map<byte[], byte[]> fields = store.read(redis -> redis.hashCommands().hGetAll(Store.bytes(keys.entry(id))));
        if (fields == null || fields.isEmpty()) {
            throw EntryNotFoundException.forId(id);
        }
        EntryView entry = EntryFields.view(id, texts(fields));
        boolean visible = switch (caller.role()) {
            case OPERATOR -> true;
            case BRANCH_OWNER -> branches.isOwnedBy(entry.branchId(), caller.userId());
            default -> caller.userId().equals(entry.userId());
        };
        if (!visible) {
            throw EntryNotFoundException.forId(id);
        }
        return entry;
    }

    private String list(Caller caller, @Nullable String branchId) {
        if (caller.role() == Role.CUSTOMER || caller.role() == Role.HELPER) {
            return keys.ofUser(caller.userId());
        }
        if (branchId == null) {
            if (caller.role() == Role.OPERATOR) {
                return keys.all();
            }
            throw new NotYourBranchException();
        }
        if (caller.role() != Role.OPERATOR && !branches.isOwnedBy(branchId, caller.userId())) {
            throw new NotYourBranchException();
        }
        return keys.ofBranch(branchId);
    }

    private static Map<String, String> texts(Map<byte[], byte[]> fields) {
        Map<String, String> texts = new HashMap<>();
        fields.forEach((name, value) -> texts.put(Store.text(name), Store.text(value)));
        return texts;
    }
}
