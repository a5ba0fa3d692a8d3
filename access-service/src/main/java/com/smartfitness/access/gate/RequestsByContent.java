package com.smartfitness.access.gate;

import io.micrometer.common.KeyValues;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/**
 * Tells requests with a picture from others in {@code http.server.requests}: {@code content} is {@code image} or
 * {@code other}. A gate that sends a photo is answered at the same address as one that sends a template, and later.
 */
@Component
class RequestsByContent extends DefaultServerRequestObservationConvention {

    @Override
    public KeyValues getLowCardinalityKeyValues(ServerRequestObservationContext context) {
        String type = context.getCarrier() == null ? null : context.getCarrier().getContentType();
        boolean image = type != null && type.startsWith("image/");
        return super.getLowCardinalityKeyValues(context).and("content", image ? "image" : "other");
    }
}
