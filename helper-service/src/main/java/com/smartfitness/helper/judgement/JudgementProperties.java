package com.smartfitness.helper.judgement;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How photos are judged.
 *
 * @param workers photos that are judged side by side; each may need the memory of a whole decoded photo
 * @param look how often an idle worker looks for photos that it was not told of
 * @param retry when a photo's turn comes again after it could not be judged; longer than a judgement takes
 */
@ConfigurationProperties("judgement")
record JudgementProperties(
        @DefaultValue("2") int workers,
        @DefaultValue("1s") Duration look,
        @DefaultValue("10s") Duration retry) {}
