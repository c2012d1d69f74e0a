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
 * A message (RFC 6121, 5). Immutable.
 * <p>
 * It is its element, read by the rules of the RFC: what they do not speak of, such as
 * further attributes, is there as well and is written again. Which namespace the stanza
 * itself stands in is a matter of the stream, so it is not part of the value: elements
 * are in {@code jabber:client} here.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class Message {

	private static final String ELEMENT = "message";

	private static final String SUBJECT = "subject";

	private static final String BODY = "body";

	private static final String THREAD = "thread";

	private static final List<String> SCHEMA = List.of(SUBJECT, BODY, THREAD);

	private final StanzaElement stanza;

	private final MessageType type;

	private Message(StanzaElement stanza) {
		this.stanza = stanza;
		this.type = MessageType.ofValue(stanza.element().attribute("type"));
	}

	/**
	 * Starts a message of type normal.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder(Element.of(Iq.DEFAULT_NAMESPACE, ELEMENT));
	}

	/**
	 * Starts a message.
	 * @param type the type
	 * @return a builder
	 */
	public static Builder builder(MessageType type) {
		return builder().type(type);
	}

	/**
	 * Starts a message of type chat.
	 * @param to the addressed entity
	 * @return a builder
	 */
	public static Builder chat(Jid to) {
		return builder(MessageType.CHAT).to(to);
	}

	/**
	 * Reads a message. An unknown type counts as normal (RFC 6121, 5.2.2).
	 * @param element a {@code <message/>} element in any content namespace
	 * @return the message
	 * @throws MalformedStanzaException if an address is malformed
	 */
	public static Message from(Element element) {
		return read(element, null);
	}

	/**
	 * Reads a message of a stream. An unknown type counts as normal (RFC 6121, 5.2.2).
	 * @param element a {@code <message/>} element in any content namespace
	 * @param reading how to read it
	 * @return the message
	 * @throws MalformedStanzaException if an address is malformed
	 */
	public static Message from(Element element, StanzaReading reading) {
		return read(element, reading.language());
	}

	private static Message read(Element element, @Nullable String inheritedLanguage) {
		return new Message(StanzaElement.read(element, ELEMENT, inheritedLanguage));
	}

	/**
	 * Whether the element is a message in this namespace.
	 * @param element an element
	 * @param contentNamespace the namespace of stanzas on the stream
	 * @return whether {@link #from(Element)} may be tried
	 */
	public static boolean isMessage(Element element, String contentNamespace) {
		return element.is(contentNamespace, ELEMENT);
	}

	/**
	 * The type.
	 * @return the type, normal if the message names none or an unknown one
	 */
	public MessageType type() {
		return this.type;
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
	 * @return the address, or {@code null} for the own account
	 */
	public @Nullable Jid to() {
		return this.stanza.to();
	}

	/**
	 * The sender.
	 * @return the address, or {@code null} for the server on behalf of the own account if
	 * received, for the own address if sent
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
	 * The subject. Texts without a language are in that of the message.
	 * @return the texts by language, maybe none
	 */
	public LocalizedText subject() {
		return LocalizedText.from(this.stanza.children(SUBJECT));
	}

	/**
	 * The body. Texts without a language are in that of the message.
	 * @return the texts by language, maybe none
	 */
	public LocalizedText body() {
		return LocalizedText.from(this.stanza.children(BODY));
	}

	/**
	 * The conversation that this belongs to.
	 * @return the thread, or {@code null} if there is none
	 */
	public @Nullable MessageThread thread() {
		Element thread = this.stanza.child(THREAD);
		return (thread != null) ? new MessageThread(thread.text(), thread.attribute("parent")) : null;
	}

	/**
	 * What the message holds beyond RFC 6121.
	 * @return the child elements in document order
	 */
	public List<Element> extensions() {
		return this.stanza.children((child) -> !isSchema(child) && !isError(child));
	}

	private static boolean isSchema(Element child) {
		return child.namespace().equals(Iq.DEFAULT_NAMESPACE) && SCHEMA.contains(child.localName());
	}

	private boolean isError(Element child) {
		return this.type == MessageType.ERROR && StanzaError.isStanzaError(child, Iq.DEFAULT_NAMESPACE);
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
	 * Why the message that this one reports of could not be delivered.
	 * @return the error; {@code null} if the type is not error, and if the peer sent an
	 * error without one, against RFC 6120, 8.3.1
	 */
	public @Nullable StanzaError error() {
		return (this.type == MessageType.ERROR) ? this.stanza.error() : null;
	}

	/**
	 * Starts a reply: to the sender, in the same conversation, of the same type. To a
	 * message of type groupchat it goes to the room, as an occupant cannot be sent one
	 * (XEP-0045, 7.5).
	 * @return a builder that still needs content
	 * @throws IllegalStateException if this is an error, to which nobody replies
	 */
	public Builder reply() {
		Builder reply = answer().type(this.type).thread(thread());
		Jid from = from();
		return (this.type == MessageType.GROUPCHAT && from != null) ? reply.to(from.bare()) : reply;
	}

	/**
	 * The report that this message could not be delivered or understood.
	 * @param error why
	 * @return a message of type error to the sender of this one, with its id
	 * @throws IllegalStateException if this is an error, to which nobody replies
	 */
	public Message error(StanzaError error) {
		return answer().id(id()).type(MessageType.ERROR).error(error).build();
	}

	/**
	 * The report that this message could not be delivered or understood.
	 * @param condition why
	 * @return a message of type error to the sender of this one, with its id
	 * @throws IllegalStateException if this is an error, to which nobody replies
	 */
	public Message error(StanzaErrorCondition condition) {
		return error(StanzaError.of(condition));
	}

	private Builder answer() {
		Assert.state(this.type != MessageType.ERROR, "A message of type error is not answered");
		return builder().to(from()).from(to());
	}

	/**
	 * This message with another id.
	 * @param id the id
	 * @return a new message
	 */
	public Message withId(@Nullable String id) {
		return mutate().id(id).build();
	}

	/**
	 * This message to another entity.
	 * @param to the address
	 * @return a new message
	 */
	public Message withTo(@Nullable Jid to) {
		return mutate().to(to).build();
	}

	/**
	 * This message from another entity.
	 * @param from the address
	 * @return a new message
	 */
	public Message withFrom(@Nullable Jid from) {
		return mutate().from(from).build();
	}

	/**
	 * Starts a copy of this message.
	 * @return a builder that holds everything this message has
	 */
	public Builder mutate() {
		Builder builder = new Builder(this.stanza.element());
		builder.inheritedLanguage = this.stanza.inheritedLanguage();
		builder.lenient = complaint() != null;
		return builder;
	}

	private @Nullable String complaint() {
		boolean consistent = (this.type == MessageType.ERROR) == (this.stanza.error() != null);
		return !consistent ? "A message must be of type error if it has a stanza error, and only then" : null;
	}

	/**
	 * This message as an element in the default namespace.
	 * @return a {@code <message/>} element
	 */
	public Element toElement() {
		return this.stanza.element();
	}

	/**
	 * This message as an element.
	 * @param contentNamespace the namespace of stanzas on the stream
	 * @return a {@code <message/>} element
	 */
	public Element toElement(String contentNamespace) {
		return this.stanza.element(contentNamespace);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return (other instanceof Message that) && this.stanza.element().equals(that.stanza.element());
	}

	@Override
	public int hashCode() {
		return this.stanza.element().hashCode();
	}

	/**
	 * This message as XML.
	 * @return the XML, with everything in it: not for logs
	 */
	@Override
	public String toString() {
		return toElement().toString();
	}

	/**
	 * Collects what a {@link Message} is made of.
	 */
	public static final class Builder {

		private final StanzaDraft draft;

		private boolean lenient;

		private @Nullable String inheritedLanguage;

		Builder(Element start) {
			this.draft = new StanzaDraft(start, SCHEMA);
		}

		/**
		 * Sets the type.
		 * @param type the type
		 * @return this builder
		 */
		public Builder type(MessageType type) {
			Assert.notNull(type, "'type' must not be null");
			this.draft.attribute("type", (type != MessageType.NORMAL) ? type : null);
			return this;
		}

		/**
		 * Sets the id. Without, one that nobody can guess is assigned when the message is
		 * sent.
		 * @param id the id
		 * @return this builder
		 */
		public Builder id(@Nullable String id) {
			this.draft.attribute("id", id);
			return this;
		}

		/**
		 * Sets the addressed entity.
		 * @param to the address, or {@code null} for the own account
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
		 * Sets the subject in place of any other.
		 * @param subject the texts by language
		 * @return this builder
		 */
		public Builder subject(LocalizedText subject) {
			return texts(SUBJECT, subject);
		}

		/**
		 * Sets the subject in place of any other.
		 * @param subject the text, or {@code null} for none
		 * @return this builder
		 */
		public Builder subject(@Nullable String subject) {
			return subject(LocalizedText.of(subject));
		}

		/**
		 * Sets the body in place of any other.
		 * @param body the texts by language
		 * @return this builder
		 */
		public Builder body(LocalizedText body) {
			return texts(BODY, body);
		}

		/**
		 * Sets the body in place of any other.
		 * @param body the text, or {@code null} for none
		 * @return this builder
		 */
		public Builder body(@Nullable String body) {
			return body(LocalizedText.of(body));
		}

		private Builder texts(String localName, LocalizedText text) {
			Element.Builder parent = Element.builder(Iq.DEFAULT_NAMESPACE, localName);
			text.writeTo(parent, Iq.DEFAULT_NAMESPACE, localName);
			this.draft.replace(localName, parent.build().children());
			return this;
		}

		/**
		 * Sets the conversation that the message belongs to.
		 * @param thread the thread, or {@code null} for none
		 * @return this builder
		 */
		public Builder thread(@Nullable MessageThread thread) {
			this.draft.replace(THREAD,
					(thread != null) ? List.of(Element.builder(Iq.DEFAULT_NAMESPACE, THREAD)
						.attribute("parent", thread.parent())
						.text(thread.id())
						.build()) : List.of());
			return this;
		}

		/**
		 * Adds an extension.
		 * @param extension a child element in a namespace of its own
		 * @return this builder
		 * @throws IllegalArgumentException if its namespace is that of messages
		 */
		public Builder extension(Element extension) {
			this.draft.extension(extension);
			return this;
		}

		/**
		 * Sets why a message could not be delivered. The type has to be error.
		 * @param error the error, or {@code null} for none
		 * @return this builder
		 */
		public Builder error(@Nullable StanzaError error) {
			this.draft.error(error);
			return this;
		}

		/**
		 * The finished message.
		 * @return a new message
		 * @throws IllegalArgumentException if it is of type error without an error, or
		 * the other way round, unless it is the copy of one like that
		 */
		public Message build() {
			Message message = Message.read(this.draft.build(), this.inheritedLanguage);
			String complaint = this.lenient ? null : message.complaint();
			Assert.isTrue(complaint == null, () -> String.valueOf(complaint));
			return message;
		}

	}

}
