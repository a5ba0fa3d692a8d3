package com.smartfitness.search.keyword;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** A refinement of keywords that is there, or not, or not well. */
class RefinedWordsTest {

    private static final String TEXT = "샤워실이 넓어요";
    private static final List<String> FOUND = List.of("샤워실", "넓다");

    @Test
    void leavesKeywordsAloneWhereNobodyRefinesThem() {
        assertThat(refined(null)).isEqualTo(FOUND);
    }

    @Test
    void takesWhatIsBetter() {
        assertThat(refined((text, found) -> List.of(found.getFirst(), " Spacious ", "ok")))
                .containsExactly("샤워실", "spacious", "ok");
    }

    @Test
    void takesNothingThatIsNoWord() {
        assertThat(refined((text, found) ->
                        List.of("Here are the keywords:", "{\"a\":1}", "가".repeat(41), "하나\u0000", "사우나")))
                .containsExactly("사우나");
    }

    @Test
    void doesWithoutOneThatFailsOrSaysNothing() {
        assertThat(refined((_, _) -> {
                    throw new IllegalStateException("no model");
                }))
                .isEqualTo(FOUND);
        assertThat(refined((_, _) -> Arrays.asList("a", null))).isEqualTo(FOUND);
    }

    @Test
    void waitsForNoneThatHangsAndInterruptsIt() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);

        List<String> words = refined(
                (_, found) -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                    return found.reversed();
                },
                Duration.ofMillis(50));

        assertThat(words).isEqualTo(FOUND);
        interrupted.await();
    }

    private static List<String> refined(@Nullable KeywordRefinement refinement) {
        return refined(refinement, Duration.ofMinutes(1));
    }

    private static List<String> refined(@Nullable KeywordRefinement refinement, Duration limit) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        if (refinement != null) {
            beans.addBean("refinement", refinement);
        }
        try (RefinedWords words = new RefinedWords(beans.getBeanProvider(KeywordRefinement.class), limit)) {
            return words.of(TEXT, FOUND);
        }
    }
}
