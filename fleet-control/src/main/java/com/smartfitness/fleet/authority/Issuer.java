package com.smartfitness.fleet.authority;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes keys on P-256 and signs certificates for them (RFC 5280). */
final class Issuer {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Issuer() {}

    static Identity authority(Instant from, Instant until) throws IOException, GeneralSecurityException {
        KeyPair pair = keyPair();
        // With a number in its name: clients that keep an older one do not take them for the same.
        X500Name name =
                new X500Name("CN=Fleet local authority " + serial().toString(36).substring(0, 6));
        X509v3CertificateBuilder builder = builder(name, name, pair, from, until)
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        return signed(builder, pair, pair.getPrivate());
    }

    static Identity server(Identity authority, String host, Instant from, Instant until)
            throws IOException, GeneralSecurityException {
        KeyPair pair = keyPair();
        X500Name issuer = X500Name.getInstance(
                authority.certificate().getSubjectX500Principal().getEncoded());
        GeneralNames names = new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, host),
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
            new GeneralName(GeneralName.iPAddress, "::1")
        });
        X509v3CertificateBuilder builder = builder(issuer, new X500Name("CN=" + host), pair, from, until)
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                .addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        new JcaX509ExtensionUtils()
                                .createAuthorityKeyIdentifier(
                                        authority.certificate().getPublicKey()))
                .addExtension(Extension.subjectAlternativeName, false, names);
        return signed(builder, pair, authority.key());
    }

    // An hour early, for clocks that are not quite right.
    private static X509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, KeyPair pair, Instant from, Instant until)
            throws IOException, GeneralSecurityException {
        return new JcaX509v3CertificateBuilder(
                        issuer,
                        serial(),
                        Date.from(from.minusSeconds(3600)),
                        Date.from(until),
                        subject,
                        pair.getPublic())
                .addExtension(
                        Extension.subjectKeyIdentifier,
                        false,
                        new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
    }

    private static Identity signed(X509v3CertificateBuilder builder, KeyPair pair, PrivateKey signer)
            throws GeneralSecurityException {
        try {
            return new Identity(
                    new JcaX509CertificateConverter()
                            .getCertificate(
                                    builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer))),
                    pair.getPrivate());
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static KeyPair keyPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static BigInteger serial() {
        return new BigInteger(120, RANDOM).setBit(119);
    }
}
