package com.smartfitness.search.preference;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import com.smartfitness.defaults.security.Caller;
import com.smartfitness.events.Role;
import com.smartfitness.search.keyword.Keywords;
import com.smartfitness.search.upkeep.Upkeep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.springframework.stereotype.Component;

/**
 * Notes what customers search for, after they have been answered, a few seconds' searches together. What is heard and not
 * yet noted is in memory alone: a word is lost where the process is killed, or the store is away, or too many come at once.
 */
@Component
public class SearchesHeard extends Upkeep {

    private static final int AT_ONCE = 1_000;

    private record Heard(String customerId, String text) {}

    private final BlockingQueue<Heard> heard = new ArrayBlockingQueue<>(AT_ONCE);
    private final Keywords keywords;
    private final Preferences preferences;

    SearchesHeard(Keywords keywords, Preferences preferences) {
        super("searches-heard");
        this.keywords = keywords;
        this.preferences = preferences;
    }

    /** Somebody has searched. Returns at once. */
    public void add(Caller caller, String text) {
        if (caller.role() == Role.CUSTOMER) {
            boolean _ = heard.offer(new Heard(caller.userId(), text));
        }
    }

    @Override
    protected boolean work() {
        List<Heard> some = new ArrayList<>();
        heard.drainTo(some);
        Map<String, String> texts =
                some.stream().collect(groupingBy(Heard::customerId, mapping(Heard::text, joining("\n"))));
        preferences.searched(keywords.of(texts));
        return false;
    }
}
