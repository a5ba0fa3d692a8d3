package com.smartfitness.access.face;

import java.time.Instant;

/**
 * One enrolment, without its template.
 *
 * @param id of this enrolment; the next one of the same user has another
 * @param model whose vector the template is
 */
record Face(String id, String userId, String model, Instant enrolledAt) {}
