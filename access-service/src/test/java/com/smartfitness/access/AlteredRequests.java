package com.smartfitness.access;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.smartfitness.access.site.AccessSite;
import com.smartfitness.access.site.AccessSite.Gym;
import com.smartfitness.access.site.AccessSite.Member;
import com.smartfitness.access.site.Client;
import com.smartfitness.access.site.Client.Answer;
import com.smartfitness.devices.SigningDevice;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Requests of devices that were good before they were altered, held back, or sent again. A seed makes one of them. */
final class AlteredRequests {

    /** Order of the group of P-256 (FIPS 186-5), by which a signature has a twin that is as good. */
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private static final String OPENED = "{\"opened\":true}";
    private static final String TYPE = "device-proof+jwt";

    private final Gym gym;
    private final SigningDevice stranger;
    private final List<Request> good;

    /** A request of a device, and of the user where one takes part. */
    record Request(
            String what,
            SigningDevice device,
            String method,
            String path,
            String body,
            String proof,
            @Nullable String user) {

        Answer send(Client client) {
            return client.sent(method, path, body, proof, user);
        }

        private Request proving(String fault, String otherProof) {
            return new Request(fault, device, method, path, body, otherProof, user);
        }

        private Request claiming(String fault, UnaryOperator<JWTClaimsSet.Builder> change) {
            return proving(fault, device.proof(method, path, bytes(), change));
        }

        /** Signed anew, and sent otherwise. */
        private Request sent(String fault, String otherPath, String otherBody) {
            String fresh = device.proof(method, path, bytes());
            return new Request(fault, device, method, otherPath, otherBody, fresh, user);
        }

        private byte[] bytes() {
            return body.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Requests of this gym's gate and camera, one of each kind. */
    AlteredRequests(Gym gym, Member member, String accessId) {
        this.gym = gym;
        stranger = SigningDevice.create("E-stranger", AccessSite.PUBLIC_URL);
        String gate = "/api/v1/gates/" + gym.gate().id();
        String enrolment = Client.template(member.face(), ",\"consent\":true");
        good = List.of(
                good(gym.gate(), "POST", gate + "/verifications", Client.template(member.face(), ""), null),
                good(gym.gate(), "POST", gate + "/codes", "", null),
                good(gym.gate(), "POST", "/api/v1/accesses/%s/outcome".formatted(accessId), OPENED, null),
                good(gym.camera(), "PUT", "/api/v1/faces/me", enrolment, member.id()));
    }

    private static Request good(SigningDevice device, String method, String path, String body, @Nullable String user) {
        String proof = device.proof(method, path, body.getBytes(StandardCharsets.UTF_8));
        return new Request("good", device, method, path, body, proof, user);
    }

    /** The requests that are altered; each is good once. */
    List<Request> good() {
        return good;
    }

    /** One that must be refused, and what is wrong with it. The good ones have been sent before. */
    Request altered(long seed) {
        Random random = new Random(seed);
        Request request = good.get(random.nextInt(good.size()));
        SigningDevice device = request.device();
        JWTClaimsSet claims =
                device.claims(request.method(), request.path(), request.bytes()).build();
        return switch (random.nextInt(20)) {
            case 0 -> request.claiming("another method", claim -> claim.claim("htm", one(random, "GET", "put", "")));
            case 1 -> request.claiming("another address", claim -> claim.claim("htu", address(random, request)));
            case 2 -> request.claiming("another body", claim -> claim.claim("bds", Base64URL.encode(bytes(random))));
            case 3 -> request.claiming("late", claim -> claim.issueTime(now(-61 - random.nextInt(100_000))));
            case 4 -> request.claiming("early", claim -> claim.issueTime(now(180 + random.nextInt(100_000))));
            case 5 -> request.claiming("no time", claim -> claim.issueTime(null));
            case 6 ->
                request.claiming("no nonce", claim -> claim.jwtID(one(random, "", "short", "x".repeat(65), "a:b")));
            case 7 -> request.claiming("used nonce", claim -> claim.jwtID(nonceOf(request)));
            case 8 -> request.proving("unsigned", unsigned(claims, device, one(random, "none", "None", "", "ES256")));
            case 9 -> request.proving("signed with the public key", macSigned(claims, device));
            case 10 -> request.proving("another type", device.signed(SigningDevice.header(device.id(), "jwt"), claims));
            case 11 ->
                request.proving("a stranger's", stranger.signed(SigningDevice.header(stranger.id(), TYPE), claims));
            case 12 ->
                request.proving("another's key", stranger.signed(SigningDevice.header(device.id(), TYPE), claims));
            case 13 -> request.proving("a bit of the header", flipped(random, request.proof(), 0));
            case 14 -> request.proving("a bit of the claims", flipped(random, request.proof(), 1));
            case 15 -> request.proving("a bit of the signature", flipped(random, request.proof(), 2));
            case 16 ->
                request.proving(
                        "cut",
                        request.proof()
                                .substring(0, random.nextInt(request.proof().length())));
            case 17 -> request.proving("its signature's twin", twin(request.proof()));
            case 18 -> request.sent("elsewhere", elsewhere(random, request), request.body());
            default -> request.sent("with another body", request.path(), otherBody(random, request.body()));
        };
    }

    private static Date now(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private static String one(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static String address(Random random, Request request) {
        String host = one(random, AccessSite.PUBLIC_URL, "http://gym.example", "https://gym.example.org");
        return host + request.path() + one(random, "/", "?x=1", "x", "%2F");
    }

    private String elsewhere(Random random, Request request) {
        return request.path().replace(gym.gate().id(), "E-" + random.nextInt()) + one(random, "?x", "?x=1");
    }

    private static String otherBody(Random random, String body) {
        if (body.isEmpty()) {
            return " ";
        }
        StringBuilder other = new StringBuilder(body);
        int place = random.nextInt(body.length());
        other.setCharAt(place, (char) (body.charAt(place) ^ 1 << random.nextInt(5)));
        return other.toString();
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String flipped(Random random, String proof, int part) {
        String[] parts = proof.split("\\.");
        byte[] bytes = new Base64URL(parts[part]).decode();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        parts[part] = Base64URL.encode(bytes).toString();
        return String.join(".", parts);
    }

    /** The same claims under a signature that is as good: (r, n - s) beside (r, s). */
    private static String twin(String proof) {
        int dot = proof.lastIndexOf('.');
        byte[] signature = new Base64URL(proof.substring(dot + 1)).decode();
        BigInteger other = ORDER.subtract(new BigInteger(1, Arrays.copyOfRange(signature, 32, 64)));
        byte[] bytes = other.toByteArray();
        Arrays.fill(signature, 32, 64, (byte) 0);
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, signature, 64 - length, length);
        return proof.substring(0, dot + 1) + Base64URL.encode(signature);
    }

    private static String unsigned(JWTClaimsSet claims, SigningDevice device, String algorithm) {
        return content(claims, device, algorithm) + ".";
    }

    private static String macSigned(JWTClaimsSet claims, SigningDevice device) {
        String content = content(claims, device, "HS256");
        try {
            byte[] key = device.publicKey().toString().getBytes(StandardCharsets.UTF_8);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return content + "." + Base64URL.encode(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String content(JWTClaimsSet claims, SigningDevice device, String algorithm) {
        String header = "{\"alg\":\"%s\",\"typ\":\"%s\",\"kid\":\"%s\"}".formatted(algorithm, TYPE, device.id());
        return Base64URL.encode(header) + "." + Base64URL.encode(claims.toString());
    }

    private static String nonceOf(Request request) {
        try {
            return SignedJWT.parse(request.proof()).getJWTClaimsSet().getJWTID();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
