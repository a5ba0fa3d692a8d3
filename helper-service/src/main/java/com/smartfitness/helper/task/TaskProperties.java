package com.smartfitness.helper.task;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Rules for tasks.
 *
 * @param dailyLimit photos that a helper may send in on one day of the branch
 */
@ConfigurationProperties("tasks")
record TaskProperties(@DefaultValue("3") int dailyLimit) {}
