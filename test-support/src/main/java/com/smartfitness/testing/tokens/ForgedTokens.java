package com.smartfitness.testing.tokens;

import static com.smartfitness.testing.tokens.Forge.bytes;
import static com.smartfitness.testing.tokens.Forge.encoded;
import static com.smartfitness.testing.tokens.Forge.pair;
import static com.smartfitness.testing.tokens.Forge.token;
import static com.smartfitness.testing.tokens.Forge.with;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.smartfitness.testing.tokens.Forge.Signer;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Access tokens that nobody may accept: what is known of attacks on JSON Web Tokens (RFC 8725; CVE-2015-9235,
 * CVE-2018-0114, CVE-2022-21449), tried on those of this fleet.
 */
public final class ForgedTokens {

    private static final String P1363 = "SHA256withECDSAinP1363Format";

    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final long now = Instant.now().getEpochSecond();
    private final TestTokens trusted;
    private final Signer truly;
    private final String keyId;
    private final String header;
    private final String claims;
    private final String genuine;

    private ForgedTokens(TestTokens trusted, String userId, String role) {
        this.trusted = trusted;
        this.keyId = trusted.key().getKeyID();
        try {
            this.truly = with(P1363, trusted.key().toECPrivateKey());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        this.header = "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"%s\"}".formatted(keyId);
        this.claims = """
                {"iss":"urn:fleet:auth","aud":"fleet","sub":"%s","role":"%s","iat":%d,"exp":%d}""".formatted(userId, role, now, now + 900);
        this.genuine = token(header, claims, truly);
    }

    /**
     * Forged tokens, each under what is wrong with it.
     *
     * @param trusted has signed with a key that the service knows; the forgers have its public part, the user's tokens,
     *     and for claims that are wrong the signature as well
     * @param role that the forgers would like to have
     */
    public static Map<String, String> of(TestTokens trusted, String userId, String role) {
        ForgedTokens forged = new ForgedTokens(trusted, userId, role);
        forged.unsigned();
        forged.spoiled();
        forged.signedWithPublicKey();
        forged.signedByAnother();
        forged.claiming();
        return forged.tokens;
    }

    private void unsigned() {
        for (String none : new String[] {"none", "None", "NONE", "nOnE", ""}) {
            add("alg " + none, token(header.replace("ES256", none), claims, bytes()));
            add("alg %s, signature kept".formatted(none), token(header.replace("ES256", none), claims, truly));
        }
        add("no alg", token(header.replace("\"alg\":\"ES256\",", ""), claims, truly));
        add("alg null", token(header.replace("\"ES256\"", "null"), claims, truly));
        add("no signature", token(header, claims, bytes()));
        add("two parts", genuine.substring(0, genuine.lastIndexOf('.')));
        add("signature of zeros", token(header, claims, bytes(new byte[64])));
        add("signature of ones", token(header, claims, bytes(filled(64, (byte) 0xFF))));
    }

    private void spoiled() {
        add("signature cut", token(header, claims, content -> Arrays.copyOf(truly.sign(content), 63)));
        add("signature longer", token(header, claims, content -> Arrays.copyOf(truly.sign(content), 65)));
        add("signature changed", token(header, claims, content -> {
            byte[] signature = truly.sign(content);
            signature[10] ^= 1;
            return signature;
        }));
        add("signature in DER", token(header, claims, content -> {
            try {
                return with("SHA256withECDSA", trusted.key().toECPrivateKey()).sign(content);
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }));
        String[] parts = genuine.split("\\.");
        add("claims changed", parts[0] + "." + encoded(claims.replace("\"exp\":1", "\"exp\":2")) + "." + parts[2]);
        add("header changed", encoded(header.replace("JWT", "jwt")) + "." + parts[1] + "." + parts[2]);
        add("payload of another kind", token(header, "[%s]".formatted(claims), truly));
        add("payload empty", token(header, "", truly));
        add("header no JSON", token("ES256", claims, truly));
        add("five parts", genuine + ".AAAA.AAAA");
        add("unknown critical header", signed(headerWith("\"crit\":[\"exp2\"],\"exp2\":1")));
        add("encrypted, it says", signed(headerWith("\"enc\":\"A256GCM\"").replace("ES256", "dir")));
        add("type of another token", signed(header.replace("JWT", "logout+jwt")));
    }

    private void signedWithPublicKey() {
        byte[] der = publicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der));
        String jwk = trusted.publicKey().toJSONString();
        for (String bits : new String[] {"256", "384", "512"}) {
            String head = header.replace("ES256", "HS" + bits);
            add("HS%s with the public key's PEM".formatted(bits), token(head, claims, mac(bits, pem.getBytes(UTF_8))));
            add("HS%s with the public key's DER".formatted(bits), token(head, claims, mac(bits, der)));
            add("HS%s with the public JWK".formatted(bits), token(head, claims, mac(bits, jwk.getBytes(UTF_8))));
        }
        String head = header.replace("ES256", "HS256");
        add("HS256 with the key id", token(head, claims, mac("256", keyId.getBytes(UTF_8))));
        add("HS256 with nothing", token(head, claims, mac("256", new byte[1])));
        add("HS256 over ES256", token(header, claims, mac("256", der)));
        add(
                "HS256, kid a file of nothing",
                token(head.replace(keyId, "../../../../dev/null"), claims, mac("256", new byte[1])));
    }

    private void signedByAnother() {
        KeyPair own = pair("EC", new ECGenParameterSpec("secp256r1"));
        Signer signer = with(P1363, own.getPrivate());
        String jwk = jwk(own);
        add("another key", token(header, claims, signer));
        for (String kid : new String[] {
            "other",
            "",
            "../" + keyId,
            keyId + "\\u0000",
            "' or '1'='1",
            "x' union select 'k",
            "|/bin/true",
            "k".repeat(2000)
        }) {
            add("another key, kid %.20s".formatted(kid), token(header.replace(keyId, kid), claims, signer));
        }
        add("another key, no kid", token("{\"alg\":\"ES256\",\"typ\":\"JWT\"}", claims, signer));
        add("another key, kid a number", token("{\"alg\":\"ES256\",\"kid\":1}", claims, signer));
        add("jwk", token(headerWith("\"jwk\":" + jwk), claims, signer));
        add("jwk, no kid", token("{\"alg\":\"ES256\",\"jwk\":%s}".formatted(jwk), claims, signer));
        for (String name : new String[] {"jku", "x5u"}) {
            add(name, token(headerWith("\"%s\":\"http://127.0.0.1:9/keys\"".formatted(name)), claims, signer));
        }
        add(
                "x5c",
                token(
                        headerWith("\"x5c\":[\"%s\"]"
                                .formatted(encoded(own.getPublic().getEncoded()))),
                        claims,
                        signer));
        KeyPair rsa = pair("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4));
        add("RS256", token(header.replace("ES256", "RS256"), claims, with("SHA256withRSA", rsa.getPrivate())));
        KeyPair larger = pair("EC", new ECGenParameterSpec("secp384r1"));
        add(
                "ES384",
                token(
                        header.replace("ES256", "ES384"),
                        claims,
                        with("SHA384withECDSAinP1363Format", larger.getPrivate())));
        add("ES512 with the curve of ES256", token(header.replace("ES256", "ES512"), claims, signer));
    }

    /** Signed with the right key: by a service that it is not meant for, at another time, or for another purpose. */
    private void claiming() {
        String exp = "\"exp\":" + (now + 900);
        add("expired", claims(exp, "\"exp\":" + (now - 3600)));
        add("expired a minute ago", claims(exp, "\"exp\":" + (now - 60)));
        add("not yet valid", claims(exp, exp + ",\"nbf\":" + (now + 3600)));
        add("never expires", claims("," + exp, ""));
        add("exp as a text", claims(exp, "\"exp\":\"later\""));
        add("another issuer", claims("urn:fleet:auth", "urn:fleet:other"));
        add("no issuer", claims("\"iss\":\"urn:fleet:auth\",", ""));
        add("another audience", claims("\"aud\":\"fleet\"", "\"aud\":\"fleets\""));
        add("other audiences", claims("\"aud\":\"fleet\"", "\"aud\":[\"a\",\"b\"]"));
        add("no audience", claims("\"aud\":\"fleet\",", ""));
        add("no subject", claims("\"sub\":", "\"subject\":"));
        add("blank subject", claims("\"sub\":\"", "\"sub\":\" \",\"subject\":\""));
        add("no role", claims("\"role\":", "\"roles\":"));
        add("unknown role", claims("\"role\":\"", "\"role\":\"SUPER_"));
        add("two roles", claims("\"role\":", "\"role\":[\"OPERATOR\",\"HELPER\"],\"roles\":"));
    }

    private String claims(String part, String instead) {
        if (!claims.contains(part)) {
            throw new IllegalArgumentException(part);
        }
        return token(header, claims.replace(part, instead), truly);
    }

    private String signed(String otherHeader) {
        return token(otherHeader, claims, truly);
    }

    private String headerWith(String member) {
        return header.replace("}", "," + member + "}");
    }

    private void add(String fault, String token) {
        if (tokens.putIfAbsent(fault, token) != null || token.equals(genuine)) {
            throw new IllegalStateException(fault + " is no forgery of its own");
        }
    }

    private ECPublicKey publicKey() {
        try {
            return trusted.publicKey().toECPublicKey();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Signer mac(String bits, byte[] secret) {
        return with("HmacSHA" + bits, secret);
    }

    private String jwk(KeyPair pair) {
        return new ECKey.Builder(Curve.P_256, (ECPublicKey) pair.getPublic())
                .keyID(keyId)
                .build()
                .toJSONString();
    }

    private static byte[] filled(int length, byte value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, value);
        return bytes;
    }
}
