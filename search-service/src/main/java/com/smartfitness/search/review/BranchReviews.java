package com.smartfitness.search.review;

import java.util.List;

/**
 * What the reviews of a branch say, kept beside the branch.
 *
 * @param count of reviews, {@value #COUNTED} at most
 * @param average rating, 0 where there is none
 * @param standing the average as if there were five reviews of 3.5 more, so that one delighted customer is not a trend
 * @param texts the newest
 */
record BranchReviews(long count, double average, double standing, List<String> texts) {

    static final String MEMBER = "reviews";
    static final int COUNTED = 2_000;

    private static final int TEXTS = 300;
    private static final double EXPECTED = 3.5;
    private static final int EXPECTED_COUNT = 5;

    /** Of reviews, newest first. */
    static BranchReviews of(List<Review> reviews) {
        long sum = reviews.stream().mapToLong(Review::rating).sum();
        return new BranchReviews(
                reviews.size(),
                reviews.isEmpty() ? 0 : (double) sum / reviews.size(),
                (sum + EXPECTED * EXPECTED_COUNT) / (reviews.size() + EXPECTED_COUNT),
                reviews.stream().limit(TEXTS).map(Review::text).toList());
    }
}
