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

package io.github.xmppspring.address;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The address of an XMPP entity, {@code localpart@domainpart/resourcepart}, in the normal
 * form of RFC 7622.
 * <p>
 * Every instance is normalised when it is made: localparts by PRECIS's UsernameCaseMapped
 * profile, resourceparts by OpaqueString, domainparts to lower-case labels in Unicode
 * without a trailing dot. So two JIDs are equal if and only if they address the same
 * entity, and {@link #toString()} is what goes on the wire. Texts of properties and
 * headers convert to this type by {@link #of(String)}.
 * <p>
 * A domainpart is checked as a host name: labels of letters, digits and hyphens or of
 * Unicode characters, of at most 63 octets in DNS; or it is an IPv4 address, or an IPv6
 * address in brackets. Escape sequences of XEP-0106 in a localpart are left alone, see
 * {@link #escapeLocal(String)}.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class Jid {

	private final @Nullable String local;

	private final String domain;

	private final @Nullable String resource;

	/**
	 * The parts put together, which identifies them: no other parts give the same text.
	 */
	private final String text;

	private Jid(@Nullable String local, String domain, @Nullable String resource, String text) {
		this.local = local;
		this.domain = domain;
		this.resource = resource;
		this.text = text;
	}

	/**
	 * Parse and normalise a JID (RFC 7622, 3.1).
	 * @param jid the text, such as {@code juliet@example.com/balcony}; white space is not
	 * trimmed
	 * @return the JID
	 * @throws JidFormatException if the text is not a JID
	 */
	public static Jid of(String jid) {
		Assert.notNull(jid, "'jid' must not be null");
		int slash = jid.indexOf('/');
		int end = (slash != -1) ? slash : jid.length();
		int at = jid.indexOf('@');
		String local = (at != -1 && at < end) ? jid.substring(0, at) : null;
		String domain = jid.substring((local != null) ? at + 1 : 0, end);
		String resource = (slash != -1) ? jid.substring(slash + 1) : null;
		return of(local, domain, resource, jid);
	}

	/**
	 * Make a JID of its parts, which are normalised.
	 * @param local the localpart or {@code null}
	 * @param domain the domainpart
	 * @param resource the resourcepart or {@code null}
	 * @return the JID
	 * @throws JidFormatException if a part is empty, too long or not allowed in its place
	 */
	public static Jid of(@Nullable String local, String domain, @Nullable String resource) {
		Assert.notNull(domain, "'domain' must not be null");
		return of(local, domain, resource, null);
	}

	private static Jid of(@Nullable String local, String domain, @Nullable String resource, @Nullable String text) {
		String normalLocal = (local != null) ? Localpart.normalise(local) : null;
		String normalDomain = Domainpart.normalise(domain);
		String normalResource = (resource != null) ? Resourcepart.normalise(resource) : null;
		boolean unchanged = Objects.equals(local, normalLocal) && domain.equals(normalDomain)
				&& Objects.equals(resource, normalResource);
		String normalText = (text != null && unchanged) ? text : join(normalLocal, normalDomain, normalResource);
		return new Jid(normalLocal, normalDomain, normalResource, normalText);
	}

	private static String join(@Nullable String local, String domain, @Nullable String resource) {
		String bare = (local != null) ? local + '@' + domain : domain;
		return (resource != null) ? bare + '/' + resource : bare;
	}

	/**
	 * Return the localpart.
	 * @return the localpart, escape sequences included, or {@code null} if there is none
	 */
	public @Nullable String local() {
		return this.local;
	}

	/**
	 * Return the domainpart.
	 * @return the domainpart, its labels in Unicode
	 */
	public String domain() {
		return this.domain;
	}

	/**
	 * Return the domainpart as DNS, TLS and certificates have it.
	 * @return the domainpart with its Unicode labels encoded (RFC 5890, 2.3.2.1)
	 */
	public String asciiDomain() {
		return Domainpart.toAscii(this.domain);
	}

	/**
	 * Return the resourcepart.
	 * @return the resourcepart or {@code null} if there is none
	 */
	public @Nullable String resource() {
		return this.resource;
	}

	/**
	 * Return whether this is a bare JID, one without a resourcepart.
	 * @return {@code true} if there is no resourcepart
	 */
	public boolean isBare() {
		return this.resource == null;
	}

	/**
	 * Return whether this is a full JID, one with a resourcepart.
	 * @return {@code true} if there is a resourcepart
	 */
	public boolean isFull() {
		return this.resource != null;
	}

	/**
	 * Return whether this is nothing but a domainpart, as the address of a server or
	 * component is.
	 * @return {@code true} if there is neither a localpart nor a resourcepart
	 */
	public boolean isDomain() {
		return this.local == null && this.resource == null;
	}

	/**
	 * Return this JID without its resourcepart.
	 * @return the bare JID, which is this one if it is bare
	 */
	public Jid bare() {
		if (this.resource == null) {
			return this;
		}
		int end = this.text.length() - this.resource.length() - 1;
		return new Jid(this.local, this.domain, null, this.text.substring(0, end));
	}

	/**
	 * Return the domainpart alone.
	 * @return the JID of the domain, which is this one if it has no other parts
	 */
	public Jid domainJid() {
		return isDomain() ? this : new Jid(null, this.domain, null, this.domain);
	}

	/**
	 * Return this JID with another resourcepart.
	 * @param resource the resourcepart or {@code null} for the bare JID
	 * @return the JID
	 * @throws JidFormatException if the resourcepart is empty, too long or holds what is
	 * not allowed in it
	 */
	public Jid withResource(@Nullable String resource) {
		Jid bare = bare();
		if (resource == null) {
			return bare;
		}
		String normalised = Resourcepart.normalise(resource);
		return new Jid(bare.local, bare.domain, normalised, bare.text + '/' + normalised);
	}

	/**
	 * Compare the normal forms.
	 * @param other the object to compare with
	 * @return {@code true} for a JID with the same parts
	 */
	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof Jid jid && this.text.equals(jid.text));
	}

	@Override
	public int hashCode() {
		return this.text.hashCode();
	}

	/**
	 * Return the normal form.
	 * @return the text, which {@link #of(String)} turns into an equal JID
	 */
	@Override
	public String toString() {
		return this.text;
	}

	/**
	 * Escape what a localpart cannot hold, so that any name can be one (XEP-0106).
	 * @param unescaped the name, such as {@code d'artagnan}
	 * @return the localpart, such as <code>d&#92;27artagnan</code>
	 * @throws JidFormatException if the name starts or ends with a space
	 */
	public static String escapeLocal(String unescaped) {
		Assert.notNull(unescaped, "'unescaped' must not be null");
		return LocalpartEscaping.escape(unescaped);
	}

	/**
	 * Undo {@link #escapeLocal(String)}, for showing a localpart to people (XEP-0106).
	 * The result is not a localpart.
	 * @param escaped the localpart, such as <code>d&#92;27artagnan</code>
	 * @return the name, such as {@code d'artagnan}
	 */
	public static String unescapeLocal(String escaped) {
		Assert.notNull(escaped, "'escaped' must not be null");
		return LocalpartEscaping.unescape(escaped);
	}

}
