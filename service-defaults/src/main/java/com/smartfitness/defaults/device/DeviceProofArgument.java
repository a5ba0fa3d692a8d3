package com.smartfitness.defaults.device;

import io.micrometer.core.instrument.Timer;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.WebUtils;

/** Stands before the body among a method's arguments, so that what nobody has signed is not parsed. */
final class DeviceProofArgument implements HandlerMethodArgumentResolver {

    private final DeviceProofVerifier verifier;
    private final Timer time;

    DeviceProofArgument(DeviceProofVerifier verifier, Timer time) {
        this.verifier = verifier;
        this.time = time;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == DeviceProof.class;
    }

    @Override
    public DeviceProof resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest http = request.getNativeRequest(HttpServletRequest.class);
        SignedRequest signed = http == null ? null : WebUtils.getNativeRequest(http, SignedRequest.class);
        // As it came: the verifier is stricter than the firewall, which would look at every character of it first.
        String proof = signed == null ? null : signed.getHeader(DeviceProofFormat.HEADER);
        if (proof == null || signed == null) {
            throw InvalidDeviceProofException.missing();
        }
        String query = signed.getQueryString();
        String pathAndQuery = signed.getRequestURI() + (query == null ? "" : "?" + query);
        return time.record(() -> verifier.verify(proof, signed.getMethod(), pathAndQuery, signed.body()));
    }
}
