/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.xmppspring.negotiation.client;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.address.JidFormatException;
import io.github.xmppspring.negotiation.CertificateNameException;
import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;

/**
 * Whom a client expects to find at the other end of TLS: the domain of its account,
 * wherever that led to (RFC 6120, 13.7.2.1). The certificate has to say so by one of
 * <ul>
 * <li>a dNSName, whose leftmost label may be a wildcard for one whole label,</li>
 * <li>an SRVName for {@code _xmpp-client} (RFC 4985), with the same wildcard,</li>
 * <li>an xmppAddr (RFC 6120, 13.7.1.4),</li>
 * <li>an iPAddress, if the domain is one.</li>
 * </ul>
 * The common name of the subject does not count (RFC 9525, 2).
 *
 * @author XMPP for Spring Boot contributors
 */
final class ServerIdentity {

	private static final int OTHER_NAME = 0;

	private static final int DNS_NAME = 2;

	private static final int IP_ADDRESS = 7;

	private static final String SRV_NAME_OID = "1.3.6.1.5.5.7.8.7";

	private static final String XMPP_ADDR_OID = "1.3.6.1.5.5.7.8.5";

	private static final String SERVICE = "_xmpp-client.";

	private final Jid domain;

	private final String dnsName;

	private final byte @Nullable [] address;

	ServerIdentity(Jid domain) {
		this.domain = domain.domainJid();
		this.dnsName = domain.asciiDomain().toLowerCase(Locale.ROOT);
		this.address = NetUtil.createByteArrayFromIpAddressString(this.dnsName);
	}

	/**
	 * The domain as DNS has it.
	 * @return the domain in ASCII and lower case
	 */
	String dnsName() {
		return this.dnsName;
	}

	/**
	 * Whether the domain is an IP address, which has no place in SNI (RFC 6066, 3).
	 * @return whether it is an address
	 */
	boolean isAddress() {
		return this.address != null;
	}

	void check(X509Certificate certificate) {
		List<String> found = new ArrayList<>();
		for (List<?> name : namesOf(certificate)) {
			if (name.get(0) instanceof Integer type && matches(type, name.get(1), found)) {
				return;
			}
		}
		throw new CertificateNameException(this.dnsName, found);
	}

	private Collection<List<?>> namesOf(X509Certificate certificate) {
		try {
			Collection<List<?>> names = certificate.getSubjectAlternativeNames();
			return (names != null) ? names : List.of();
		}
		catch (CertificateParsingException ex) {
			return List.of();
		}
	}

	private boolean matches(int type, @Nullable Object value, List<String> found) {
		if (type == DNS_NAME && value instanceof String name) {
			found.add("dNSName " + name);
			return this.address == null && isDomain(name);
		}
		if (type == IP_ADDRESS && value instanceof String name) {
			found.add("iPAddress " + name);
			return this.address != null
					&& Arrays.equals(this.address, NetUtil.createByteArrayFromIpAddressString(name));
		}
		if (type == OTHER_NAME && value instanceof byte[] der) {
			OtherName name = OtherName.parse(der);
			return name != null && matches(name, found);
		}
		return false;
	}

	private boolean matches(OtherName name, List<String> found) {
		switch (name.oid()) {
			case SRV_NAME_OID -> {
				found.add("SRVName " + name.value());
				return this.address == null && name.value().regionMatches(true, 0, SERVICE, 0, SERVICE.length())
						&& isDomain(name.value().substring(SERVICE.length()));
			}
			case XMPP_ADDR_OID -> {
				found.add("xmppAddr " + name.value());
				return isDomainJid(name.value());
			}
			default -> {
				return false;
			}
		}
	}

	private boolean isDomain(String name) {
		String pattern = name.toLowerCase(Locale.ROOT);
		if (!pattern.startsWith("*.")) {
			return pattern.equals(this.dnsName);
		}
		int label = this.dnsName.indexOf('.');
		// a wildcard for a whole top-level domain is more than anybody can own
		return pattern.indexOf('.', 2) != -1 && label > 0 && pattern.substring(1).equals(this.dnsName.substring(label));
	}

	private boolean isDomainJid(String value) {
		try {
			return Jid.of(value).equals(this.domain);
		}
		catch (JidFormatException ex) {
			return false;
		}
	}

}
