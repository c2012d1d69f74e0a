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

package io.github.xmppspring.stanza;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.xml.namespace.QName;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.xml.Attribute;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.XmlCharacters;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * An IQ stanza: a request of type get or set, or the response to one (RFC 6120, 8.2.3).
 * Immutable.
 * <p>
 * An instance always obeys the RFC: a request has exactly one payload, a result has at
 * most one, an error has a stanza error. Only the id may be missing, as long as the
 * connection has not assigned one, and the error of an error that a peer sent without.
 * Which namespace the stanza itself stands in is a matter of the stream
 * ({@code jabber:client} or {@code jabber:component:accept}), so it is not part of the
 * value.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class Iq {

	/**
	 * The namespace that {@code <iq/>} has unless the stream says otherwise.
	 */
	public static final String DEFAULT_NAMESPACE = "jabber:client";

	private static final String ELEMENT = "iq";

	private static final String QUERY = "query";

	private final IqType type;

	private final @Nullable String id;

	private final @Nullable Jid to;

	private final @Nullable Jid from;

	private final @Nullable String language;

	private final @Nullable String inheritedLanguage;

	private final List<Attribute> otherAttributes;

	private final @Nullable Element payload;

	private final @Nullable StanzaError error;

	private Iq(Builder builder) {
		this.type = builder.type;
		this.id = builder.id;
		this.to = builder.to;
		this.from = builder.from;
		this.language = builder.language;
		this.inheritedLanguage = builder.inheritedLanguage;
		this.otherAttributes = builder.otherAttributes;
		this.payload = builder.payload;
		this.error = builder.error;
	}

	private Iq(Iq other, @Nullable String id, @Nullable Jid to, @Nullable Jid from) {
		this.type = other.type;
		this.id = id;
		this.to = to;
		this.from = from;
		this.language = other.language;
		this.inheritedLanguage = other.inheritedLanguage;
		this.otherAttributes = other.otherAttributes;
		this.payload = other.payload;
		this.error = other.error;
	}

	/**
	 * Starts a request for information.
	 * @return a builder that still needs a payload
	 */
	public static Builder get() {
		return new Builder(IqType.GET);
	}

	/**
	 * Starts a request for information.
	 * @param payload the payload
	 * @return a builder
	 */
	public static Builder get(Element payload) {
		return get().payload(payload);
	}

	/**
	 * Starts a request that changes something.
	 * @return a builder that still needs a payload
	 */
	public static Builder set() {
		return new Builder(IqType.SET);
	}

	/**
	 * Starts a request that changes something.
	 * @param payload the payload
	 * @return a builder
	 */
	public static Builder set(Element payload) {
		return set().payload(payload);
	}

	/**
	 * Starts a stanza of any type. To answer a request, {@link #result()} and
	 * {@link #error(StanzaError)} of the request are the better way.
	 * @param type the type
	 * @return a builder
	 */
	public static Builder builder(IqType type) {
		return new Builder(type);
	}

	/**
	 * Reads an IQ stanza.
	 * @param element an {@code <iq/>} element in any content namespace
	 * @return the stanza
	 * @throws MalformedStanzaException if it breaks a rule of RFC 6120, 8.2.3, or has a
	 * malformed address
	 */
	public static Iq from(Element element) {
		return from(element, StanzaReading.STRICT);
	}

	/**
	 * Reads an IQ stanza of a stream.
	 * @param element an {@code <iq/>} element in any content namespace
	 * @param reading how to read it
	 * @return the stanza
	 * @throws MalformedStanzaException if it breaks a rule of RFC 6120, 8.2.3, or has a
	 * malformed address
	 */
	public static Iq from(Element element, StanzaReading reading) {
		return new IqParser(element, reading, Jid::of).parse();
	}

	/**
	 * Whether the element is an IQ stanza in this namespace.
	 * @param element an element
	 * @param contentNamespace the namespace of stanzas on the stream
	 * @return whether {@link #from} may be tried
	 */
	public static boolean isIq(Element element, String contentNamespace) {
		return element.is(contentNamespace, ELEMENT);
	}

	/**
	 * The type.
	 * @return get, set, result or error
	 */
	public IqType type() {
		return this.type;
	}

	/**
	 * Whether this must be answered.
	 * @return whether the type is get or set
	 */
	public boolean isRequest() {
		return this.type.isRequest();
	}

	/**
	 * The id that a response has in common with its request.
	 * @return the id, or {@code null} if it is not assigned yet
	 */
	public @Nullable String id() {
		return this.id;
	}

	/**
	 * The addressed entity.
	 * @return the address, or {@code null} for the server on behalf of the own account
	 */
	public @Nullable Jid to() {
		return this.to;
	}

	/**
	 * The sender.
	 * @return the address, or {@code null} for the server on behalf of the own account if
	 * received, for the own address if sent
	 */
	public @Nullable Jid from() {
		return this.from;
	}

	/**
	 * The language of texts in this stanza (RFC 6120, 8.1.5): its own, else that of the
	 * stream on which it was received. The latter is no part of the value: it is not
	 * written and not compared.
	 * @return a language tag, or {@code null} if neither names one
	 */
	public @Nullable String language() {
		return (this.language != null) ? this.language : this.inheritedLanguage;
	}

	@Nullable String ownLanguage() {
		return this.language;
	}

	/**
	 * Attributes beyond those of RFC 6120. They are kept when a stanza is written again.
	 * @return the attributes
	 */
	public List<Attribute> otherAttributes() {
		return this.otherAttributes;
	}

	/**
	 * The payload. Requests always have one.
	 * @return the child element that is not the stanza error, or {@code null}
	 */
	public @Nullable Element payload() {
		return this.payload;
	}

	/**
	 * The name by which the payload is understood.
	 * @return the qualified name of the payload, or {@code null} if there is none
	 */
	public @Nullable QName payloadName() {
		return (this.payload != null) ? this.payload.name() : null;
	}

	/**
	 * The namespace of the {@code <query/>} element.
	 * @return the namespace, or {@code null} if the payload is not named query
	 */
	public @Nullable String queryNamespace() {
		return (this.payload != null && this.payload.localName().equals(QUERY)) ? this.payload.namespace() : null;
	}

	/**
	 * Why the request failed.
	 * @return the error; {@code null} if the type is not error, and if the peer sent an
	 * error without one, against RFC 6120, 8.3.1
	 */
	public @Nullable StanzaError error() {
		return this.error;
	}

	/**
	 * The empty result of this request.
	 * @return a response to the sender of this request, with its id
	 * @throws IllegalStateException if this is not a request
	 */
	public Iq result() {
		return result(null);
	}

	/**
	 * A result of this request.
	 * @param payload the payload, or {@code null} for an empty result
	 * @return a response to the sender of this request, with its id
	 * @throws IllegalStateException if this is not a request
	 */
	public Iq result(@Nullable Element payload) {
		return response(IqType.RESULT).payload(payload).build();
	}

	/**
	 * The failure of this request, of the type that goes with the condition.
	 * @param condition the condition
	 * @return a response to the sender of this request, with its id
	 * @throws IllegalStateException if this is not a request
	 */
	public Iq error(StanzaErrorCondition condition) {
		return error(StanzaError.of(condition));
	}

	/**
	 * The failure of this request. The payload of the request is not repeated;
	 * {@code iq.error(e).withPayload(iq.payload())} does that.
	 * @param error why it failed
	 * @return a response to the sender of this request, with its id
	 * @throws IllegalStateException if this is not a request
	 */
	public Iq error(StanzaError error) {
		return response(IqType.ERROR).error(error).build();
	}

	private Builder response(IqType type) {
		Assert.state(isRequest(), "Only a request can be answered");
		return new Builder(type).checked(this.id, null).to(this.from).from(this.to);
	}

	/**
	 * This stanza with another id.
	 * @param id the id
	 * @return a stanza, this one if it has that id
	 * @throws IllegalArgumentException if XML cannot hold it
	 */
	public Iq withId(@Nullable String id) {
		if (Objects.equals(id, this.id)) {
			return this;
		}
		return new Iq(this, (id != null) ? XmlCharacters.check(id) : null, this.to, this.from);
	}

	/**
	 * This stanza to another entity.
	 * @param to the address
	 * @return a stanza, this one if it has that address
	 */
	public Iq withTo(@Nullable Jid to) {
		return Objects.equals(to, this.to) ? this : new Iq(this, this.id, to, this.from);
	}

	/**
	 * This stanza from another entity.
	 * @param from the address
	 * @return a stanza, this one if it has that address
	 */
	public Iq withFrom(@Nullable Jid from) {
		return Objects.equals(from, this.from) ? this : new Iq(this, this.id, this.to, from);
	}

	/**
	 * This stanza with another payload.
	 * @param payload the payload
	 * @return a new stanza
	 */
	public Iq withPayload(@Nullable Element payload) {
		return mutate().payload(payload).build();
	}

	/**
	 * Starts a copy of this stanza.
	 * @return a builder that holds everything this stanza has
	 */
	public Builder mutate() {
		Builder builder = new Builder(this.type).checked(this.id, this.language).to(this.to).from(this.from);
		builder.otherAttributes = this.otherAttributes;
		builder.inheritedLanguage = this.inheritedLanguage;
		builder.payload = this.payload;
		builder.error = this.error;
		builder.lenient = this.type == IqType.ERROR && this.error == null;
		return builder;
	}

	/**
	 * This stanza as an element in the default namespace.
	 * @return an {@code <iq/>} element
	 */
	public Element toElement() {
		return toElement(DEFAULT_NAMESPACE);
	}

	/**
	 * This stanza as an element.
	 * @param contentNamespace the namespace of stanzas on the stream
	 * @return an {@code <iq/>} element
	 */
	public Element toElement(String contentNamespace) {
		Element.Builder iq = Element.builder(contentNamespace, ELEMENT)
			.attribute("type", this.type)
			.attribute("id", this.id)
			.attribute("to", this.to)
			.attribute("from", this.from)
			.language(this.language);
		for (Attribute attribute : this.otherAttributes) {
			iq.attribute(attribute.namespace(), attribute.localName(), attribute.prefix(), attribute.value());
		}
		iq.child(this.payload);
		return iq.child((this.error != null) ? this.error.toElement(contentNamespace) : null).build();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return (other instanceof Iq that) && this.type == that.type && Objects.equals(this.id, that.id)
				&& Objects.equals(this.to, that.to) && Objects.equals(this.from, that.from)
				&& Objects.equals(this.language, that.language) && Objects.equals(this.payload, that.payload)
				&& Objects.equals(this.error, that.error) && this.otherAttributes.equals(that.otherAttributes);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.type, this.id, this.to, this.from, this.payload);
	}

	/**
	 * What this stanza is, for logs and endpoints: everything but the content of the
	 * payload and texts of people. What a peer has chosen is cut where it is long, and
	 * has no line breaks.
	 * @return the values by their names, of those that are there, in a fixed order
	 */
	public Map<String, String> summary() {
		return IqSummary.of(this);
	}

	/**
	 * This stanza as XML in one line.
	 * @return the XML, with everything in it: for logs there is {@link #summary()}
	 */
	@Override
	public String toString() {
		// in attributes they are escaped anyway
		return toElement().toString().replace("\n", "&#xa;");
	}

	/**
	 * Collects what an {@link Iq} is made of.
	 */
	public static final class Builder {

		private final IqType type;

		private @Nullable String id;

		private @Nullable Jid to;

		private @Nullable Jid from;

		private @Nullable String language;

		private @Nullable String inheritedLanguage;

		private List<Attribute> otherAttributes = List.of();

		private @Nullable Element payload;

		private @Nullable StanzaError error;

		private boolean lenient;

		Builder(IqType type) {
			Assert.notNull(type, "'type' must not be null");
			this.type = type;
		}

		/**
		 * Sets the id. Without, the connection assigns one that nobody can guess.
		 * @param id the id
		 * @return this builder
		 * @throws IllegalArgumentException if XML cannot hold it
		 */
		public Builder id(@Nullable String id) {
			this.id = (id != null) ? XmlCharacters.check(id) : null;
			return this;
		}

		/**
		 * Sets the addressed entity.
		 * @param to the address, or {@code null} for the own account
		 * @return this builder
		 */
		public Builder to(@Nullable Jid to) {
			this.to = to;
			return this;
		}

		/**
		 * Sets the addressed entity.
		 * @param to the address
		 * @return this builder
		 * @throws io.github.xmppspring.address.JidFormatException if it is no JID
		 */
		public Builder to(String to) {
			return to(Jid.of(to));
		}

		/**
		 * Sets the sender. Servers do not let a client choose it.
		 * @param from the address, or {@code null} for the own address
		 * @return this builder
		 */
		public Builder from(@Nullable Jid from) {
			this.from = from;
			return this;
		}

		/**
		 * Sets the sender. Servers do not let a client choose it.
		 * @param from the address
		 * @return this builder
		 * @throws io.github.xmppspring.address.JidFormatException if it is no JID
		 */
		public Builder from(String from) {
			return from(Jid.of(from));
		}

		/**
		 * Sets the language of texts in the stanza.
		 * @param language a language tag (RFC 5646)
		 * @return this builder
		 * @throws IllegalArgumentException if XML cannot hold it
		 */
		public Builder language(@Nullable String language) {
			this.language = (language != null) ? XmlCharacters.check(language) : null;
			this.inheritedLanguage = null;
			return this;
		}

		Builder inheritedLanguage(@Nullable String language) {
			this.inheritedLanguage = language;
			return this;
		}

		// Of values that were parsed or checked before
		Builder checked(@Nullable String id, @Nullable String language) {
			this.id = id;
			this.language = language;
			return this;
		}

		/**
		 * Sets the payload in place of any other.
		 * @param payload the payload, or {@code null} for none
		 * @return this builder
		 */
		public Builder payload(@Nullable Element payload) {
			this.payload = payload;
			return this;
		}

		/**
		 * Sets {@code <query/>} of a namespace as the payload in place of any other. If
		 * it is the payload already, nothing changes.
		 * @param namespace the namespace, {@code null} for no payload, or empty for no
		 * change
		 * @return this builder
		 */
		public Builder query(@Nullable String namespace) {
			if (namespace == null) {
				return payload(null);
			}
			boolean same = this.payload != null && this.payload.is(namespace, QUERY);
			return (same || namespace.isEmpty()) ? this : payload(Element.of(namespace, QUERY));
		}

		/**
		 * Sets why the request failed.
		 * @param error the error
		 * @return this builder
		 */
		public Builder error(@Nullable StanzaError error) {
			this.error = error;
			return this;
		}

		Builder otherAttributes(List<Attribute> attributes) {
			this.otherAttributes = List.copyOf(attributes);
			return this;
		}

		Builder lenient() {
			this.lenient = true;
			return this;
		}

		/**
		 * The finished stanza.
		 * @return a new stanza
		 * @throws IllegalArgumentException if a request has no payload, an error no
		 * error, or anything else has one
		 */
		public Iq build() {
			Assert.isTrue(!this.type.isRequest() || this.payload != null, "A request must have a payload");
			Assert.isTrue(this.type == IqType.ERROR || this.error == null, "Only an error may have a stanza error");
			Assert.isTrue(this.type != IqType.ERROR || this.error != null || this.lenient,
					"An error must have a stanza error");
			return new Iq(this);
		}

	}

}
