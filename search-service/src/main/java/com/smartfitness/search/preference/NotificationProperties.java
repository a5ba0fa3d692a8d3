package com.smartfitness.search.preference;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When customers are told. What matches at another time waits.
 *
 * @param interval between two notifications of a customer
 * @param from when in the day notifications begin
 * @param until when they end, itself outside; not after the beginning means the next day, equal the whole day
 * @param zone of these times
 */
@ConfigurationProperties("search.notifications")
record NotificationProperties(
        @DefaultValue("1h") Duration interval,
        @DefaultValue("00:00") LocalTime from,
        @DefaultValue("00:00") LocalTime until,
        @DefaultValue("Asia/Seoul") ZoneId zone) {}
