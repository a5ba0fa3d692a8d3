package com.smartfitness.search.keyword;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Asks a {@link KeywordRefinement} where there is one, and does without one that fails, hangs, or says what is no word. */
@Component
class RefinedWords implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RefinedWords.class);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int LONGEST = 40;

    private final ObjectProvider<KeywordRefinement> refinement;
    private final Duration limit;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Autowired
    RefinedWords(ObjectProvider<KeywordRefinement> refinement) {
        this(refinement, LIMIT);
    }

    RefinedWords(ObjectProvider<KeywordRefinement> refinement, Duration limit) {
        this.refinement = refinement;
        this.limit = limit;
    }

    List<String> of(String text, List<String> found) {
        KeywordRefinement refining = refinement.getIfAvailable();
        return refining == null ? found : asked(refining, text, found);
    }

    private List<String> asked(KeywordRefinement refining, String text, List<String> found) {
        Future<List<String>> answer = threads.submit(() -> words(refining.refined(text, found)));
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            log.warn("Keywords stay as the analyser has found them", e.getCause());
        } catch (TimeoutException e) {
            log.warn("Keywords stay as the analyser has found them: nothing better has come within {}", limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        answer.cancel(true);
        return found;
    }

    private static List<String> words(List<String> answer) {
        return answer.stream()
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> word.length() <= LONGEST && word.codePoints().allMatch(Character::isLetterOrDigit))
                .toList();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
