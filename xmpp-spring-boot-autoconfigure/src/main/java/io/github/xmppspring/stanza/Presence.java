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

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.LocalizedText;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Presence: whether and how somebody is available, or the management of a subscription to
 * that (RFC 6121, 3 and 4). Immutable.
 * <p>
 * It is its element, read by the rules of the RFC: what they do not speak of, such as
 * further attributes, is there as well and is written again. Which namespace the stanza
 * itself stands in is a matter of the stream, so it is not part of the value: elements
 * are in {@code jabber:client} here.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class Presence {

	/**
	 * The lowest priority.
	 */
	public static final int MIN_PRIORITY = Byte.MIN_VALUE;

	/**
	 * The highest priority.
	 */
	public static final int MAX_PRIORITY = Byte.MAX_VALUE;

	private static final String ELEMENT = "presence";

	private static final String SHOW = "show";

	private static final String STATUS = "status";

	private static final String PRIORITY = "priority";

	private static final List<String> SCHEMA = List.of(SHOW, STATUS, PRIORITY);

	private final StanzaElement stanza;

	private final @Nullable PresenceType type;

	private final int priority;

	private Presence(StanzaElement stanza, @Nullable PresenceType type, int priority) {
		this.stanza = stanza;
		this.type = type;
		this.priority = priority;
	}

	/**
	 * Starts presence that says that one is available.
	 * @return a builder
	 */
	public static Builder available() {
		return builder(null);
	}

	/**
	 * Starts presence that says that one is not available any more.
	 * @return a builder
	 */
	public static Builder unavailable() {
		return builder(PresenceType.UNAVAILABLE);
	}

	/**
	 * Starts the request to see the presence of somebody.
	 * @param to the account, of which the bare JID counts
	 * @return a builder
	 */
	public static Builder subscribe(Jid to) {
		return builder(PresenceType.SUBSCRIBE).to(to.bare());
	}

	/**
	 * Starts the permission for somebody to see one's presence.
	 * @param to the account, of which the bare JID counts
	 * @return a builder
	 */
	public static Builder subscribed(Jid to) {
		return builder(PresenceType.SUBSCRIBED).to(to.bare());
	}

	/**
	 * Starts the end of a subscription to the presence of somebody.
	 * @param to the account, of which the bare JID counts
	 * @return a builder
	 */
	public static Builder unsubscribe(Jid to) {
		return builder(PresenceType.UNSUBSCRIBE).to(to.bare());
	}

	/**
	 * Starts the refusal, or the end, of the permission for somebody to see one's
	 * presence.
	 * @param to the account, of which the bare JID counts
	 * @return a builder
	 */
	public static Builder unsubscribed(Jid to) {
		return builder(PresenceType.UNSUBSCRIBED).to(to.bare());
	}

	/**
	 * Starts presence.
	 * @param type the type, {@code null} for available
	 * @return a builder
	 */
	public static Builder builder(@Nullable PresenceType type) {
		return new Builder(Element.builder(Iq.DEFAULT_NAMESPACE, ELEMENT).attribute("type", type).build());
	}

	/**
	 * Reads presence.
	 * @param element a {@code <presence/>} element in any content namespace
	 * @return the presence
	 * @throws MalformedStanzaException if the type is unknown, an address is malformed,
	 * or the priority of who is available is not an integer from -128 to 127
	 */
	public static Presence from(Element element) {
		return read(element, null);
	}

	/**
	 * Reads presence of a stream.
	 * @param element a {@code <presence/>} element in any content namespace
	 * @param reading how to read it
	 * @return the presence
	 * @throws MalformedStanzaException if the type is unknown, an address is malformed,
	 * or the priority is not an integer from -128 to 127
	 */
	public static Presence from(Element element, StanzaReading reading) {
		return read(element, reading.language());
	}

	private static Presence read(Element element, @Nullable String inheritedLanguage) {
		StanzaElement stanza = StanzaElement.read(element, ELEMENT, inheritedLanguage);
		String type = element.attribute("type");
		PresenceType known = PresenceType.ofValue(type);
		if (type != null && known == null) {
			throw malformed(element, "The type of the presence is not defined");
		}
		return new Presence(stanza, known, priority(stanza, element, known));
	}

	private static int priority(StanzaElement stanza, Element element, @Nullable PresenceType type) {
		Element priority = stanza.child(PRIORITY);
		try {
			return (priority != null) ? Byte.parseByte(priority.text().trim()) : 0;
		}
		catch (NumberFormatException ex) {
			if (type != null) {
				return 0;
			}
			throw malformed(element, "The priority must be an integer from -128 to 127");
		}
	}

	private static MalformedStanzaException malformed(Element element, String message) {
		return new MalformedStanzaException(element, StanzaErrorCondition.BAD_REQUEST, message);
	}

	/**
	 * Whether the element is presence in this namespace.
	 * @param element an element
	 * @param contentNamespace the namespace of stanzas on the stream
	 * @return whether {@link #from(Element)} may be tried
	 */
	public static boolean isPresence(Element element, String contentNamespace) {
		return element.is(contentNamespace, ELEMENT);
	}

	/**
	 * The type.
	 * @return the type, or {@code null} if the sender is available
	 */
	public @Nullable PresenceType type() {
		return this.type;
	}

	/**
	 * Whether the sender is available.
	 * @return whether there is no type
	 */
	public boolean isAvailable() {
		return this.type == null;
	}

	/**
	 * Whether this goes to the server, for all who are subscribed.
	 * @return whether it says whether one is available, and is to nobody
	 */
	public boolean isBroadcast() {
		return to() == null && (this.type == null || this.type == PresenceType.UNAVAILABLE);
	}

	/**
	 * The id.
	 * @return the id, or {@code null} if there is none
	 */
	public @Nullable String id() {
		return this.stanza.element().attribute("id");
	}

	/**
	 * The addressed entity.
	 * @return the address, or {@code null} for all who are subscribed
	 */
	public @Nullable Jid to() {
		return this.stanza.to();
	}

	/**
	 * The sender.
	 * @return the address, or {@code null} for the own one
	 */
	public @Nullable Jid from() {
		return this.stanza.from();
	}

	/**
	 * The language of texts that name none themselves (RFC 6120, 8.1.5): that of the
	 * stanza, else that of the stream on which it was received. The latter is not written
	 * and not compared.
	 * @return a language tag, or {@code null} if neither names one
	 */
	public @Nullable String language() {
		return this.stanza.language();
	}

	/**
	 * How available the sender is.
	 * @return the value, or {@code null} if the presence names none or an unknown one
	 */
	public @Nullable PresenceShow show() {
		Element show = this.stanza.child(SHOW);
		return (show != null) ? PresenceShow.ofValue(show.text().trim()) : null;
	}

	/**
	 * What the sender says about it. Texts without a language are in that of the
	 * presence.
	 * @return the texts by language, maybe none
	 */
	public LocalizedText status() {
		return LocalizedText.from(this.stanza.children(STATUS));
	}

	/**
	 * Where among several resources messages to the account go (RFC 6121, 4.7.2.3).
	 * @return a number from -128 to 127; 0 if none is given; a negative one wants none
	 */
	public int priority() {
		return this.priority;
	}

	/**
	 * What the presence holds beyond RFC 6121.
	 * @return the child elements in document order
	 */
	public List<Element> extensions() {
		return this.stanza.children((child) -> !isSchema(child) && !isError(child));
	}

	private static boolean isSchema(Element child) {
		return child.namespace().equals(Iq.DEFAULT_NAMESPACE) && SCHEMA.contains(child.localName());
	}

	private boolean isError(Element child) {
		return this.type == PresenceType.ERROR && StanzaError.isStanzaError(child, Iq.DEFAULT_NAMESPACE);
	}

	/**
	 * An extension.
	 * @param namespace its namespace
	 * @param localName its local name
	 * @return the first child element of that name, or {@code null} if there is none
	 */
	public @Nullable Element extension(String namespace, String localName) {
		return this.stanza.element().child(namespace, localName);
	}

	/**
	 * Why the presence that this one reports of could not be delivered.
	 * @return the error; {@code null} if the type is not error, and if the peer sent an
	 * error without one, against RFC 6120, 8.3.1
	 */
	public @Nullable StanzaError error() {
		return (this.type == PresenceType.ERROR) ? this.stanza.error() : null;
	}

	/**
	 * This presence with another id.
	 * @param id the id
	 * @return a new presence
	 */
	public Presence withId(@Nullable String id) {
		return mutate().id(id).build();
	}

	/**
	 * This presence to another entity.
	 * @param to the address
	 * @return a new presence
	 */
	public Presence withTo(@Nullable Jid to) {
		return mutate().to(to).build();
	}

	/**
	 * This presence from another entity.
	 * @param from the address
	 * @return a new presence
	 */
	public Presence withFrom(@Nullable Jid from) {
		return mutate().from(from).build();
	}

	/**
	 * Starts a copy of this presence.
	 * @return a builder that holds everything this presence has
	 */
	public Builder mutate() {
		Builder builder = new Builder(this.stanza.element());
		builder.inheritedLanguage = this.stanza.inheritedLanguage();
		builder.lenient = complaint() != null;
		return builder;
	}

	private @Nullable String complaint() {
		PresenceType type = this.type;
		if (type != null && type.isSubscription() && to() == null) {
			return "A subscription must say whose presence it is about";
		}
		if (type != null && type != PresenceType.ERROR
				&& (this.stanza.child(SHOW) != null || this.stanza.child(PRIORITY) != null)) {
			return "Only who is available can say how available";
		}
		boolean consistent = (type == PresenceType.ERROR) == (this.stanza.error() != null);
		return !consistent ? "Presence must be of type error if it has a stanza error, and only then" : null;
	}

	/**
	 * This presence as an element in the default namespace.
	 * @return a {@code <presence/>} element
	 */
	public Element toElement() {
		return this.stanza.element();
	}

	/**
	 * This presence as an element.
	 * @param contentNamespace the namespace of stanzas on the stream
	 * @return a {@code <presence/>} element
	 */
	public Element toElement(String contentNamespace) {
		return this.stanza.element(contentNamespace);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return (other instanceof Presence that) && this.stanza.element().equals(that.stanza.element());
	}

	@Override
	public int hashCode() {
		return this.stanza.element().hashCode();
	}

	/**
	 * This presence as XML.
	 * @return the XML, with everything in it: not for logs
	 */
	@Override
	public String toString() {
		return toElement().toString();
	}

	/**
	 * Collects what a {@link Presence} is made of.
	 */
	public static final class Builder {

		private final StanzaDraft draft;

		private boolean lenient;

		private @Nullable String inheritedLanguage;

		Builder(Element start) {
			this.draft = new StanzaDraft(start, SCHEMA);
		}

		/**
		 * Sets the id. Without, one that nobody can guess is assigned when the presence
		 * is sent.
		 * @param id the id
		 * @return this builder
		 */
		public Builder id(@Nullable String id) {
			this.draft.attribute("id", id);
			return this;
		}

		/**
		 * Sets the addressed entity.
		 * @param to the address, or {@code null} for all who are subscribed
		 * @return this builder
		 */
		public Builder to(@Nullable Jid to) {
			this.draft.attribute("to", to);
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
			this.draft.attribute("from", from);
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
		 * Sets the language of texts that name none themselves.
		 * @param language a language tag (RFC 5646)
		 * @return this builder
		 */
		public Builder language(@Nullable String language) {
			this.draft.language(language);
			this.inheritedLanguage = null;
			return this;
		}

		/**
		 * Sets how available one is.
		 * @param show the value, or {@code null} for simply available
		 * @return this builder
		 */
		public Builder show(@Nullable PresenceShow show) {
			this.draft.text(SHOW, show);
			return this;
		}

		/**
		 * Sets what one says about it, in place of anything else.
		 * @param status the texts by language
		 * @return this builder
		 */
		public Builder status(LocalizedText status) {
			Element.Builder parent = Element.builder(Iq.DEFAULT_NAMESPACE, ELEMENT);
			status.writeTo(parent, Iq.DEFAULT_NAMESPACE, STATUS);
			this.draft.replace(STATUS, parent.build().children());
			return this;
		}

		/**
		 * Sets what one says about it, in place of anything else.
		 * @param status the text, or {@code null} for none
		 * @return this builder
		 */
		public Builder status(@Nullable String status) {
			return status(LocalizedText.of(status));
		}

		/**
		 * Sets where among several resources messages to the account go.
		 * @param priority a number from -128 to 127, 0 for the default
		 * @return this builder
		 * @throws IllegalArgumentException if the number is not in this range
		 */
		public Builder priority(int priority) {
			Assert.isTrue(priority >= MIN_PRIORITY && priority <= MAX_PRIORITY,
					"'priority' must be a number from -128 to 127");
			this.draft.text(PRIORITY, (priority != 0) ? priority : null);
			return this;
		}

		/**
		 * Adds an extension.
		 * @param extension a child element in a namespace of its own
		 * @return this builder
		 * @throws IllegalArgumentException if its namespace is that of presence
		 */
		public Builder extension(Element extension) {
			this.draft.extension(extension);
			return this;
		}

		/**
		 * Sets why presence could not be delivered. The type has to be error.
		 * @param error the error, or {@code null} for none
		 * @return this builder
		 */
		public Builder error(@Nullable StanzaError error) {
			this.draft.error(error);
			return this;
		}

		/**
		 * The finished presence.
		 * @return a new presence
		 * @throws IllegalArgumentException if a subscription has no addressed entity,
		 * somebody who is not available says how available, or it is of type error
		 * without an error or the other way round, unless it is the copy of one like that
		 */
		public Presence build() {
			Presence presence = Presence.read(this.draft.build(), this.inheritedLanguage);
			String complaint = this.lenient ? null : presence.complaint();
			Assert.isTrue(complaint == null, () -> String.valueOf(complaint));
			return presence;
		}

	}

}
