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

package io.github.xmppspring.messaging;

import java.util.concurrent.CompletableFuture;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.stanza.Message;
import io.github.xmppspring.stanza.MessageType;
import io.github.xmppspring.stanza.Presence;

/**
 * Sends messages and presence (RFC 6121).
 *
 * <pre class="code">
 * stanzas.message()
 *     .to("juliet@example.com")
 *     .body("The tickets are here")
 *     .extension(new Ticket(42))
 *     .send();
 * </pre>
 *
 * Sending ends when the stanza was written to the stream. That says nothing about
 * delivery: if it fails, a message of type error may come back as a
 * {@link MessageReceivedEvent}. Stanzas without an id get one that nobody can guess.
 * <p>
 * Without a connection, sending fails at once with an exception that says so. Blocking
 * methods throw exceptions, futures complete with them. Blocking methods refuse to wait
 * on the threads that carry the stanzas
 * ({@link io.github.xmppspring.stanza.NonBlockingThread}).
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface StanzaOperations {

	/**
	 * Prepares a message of type chat.
	 * @return what remains to be said about the message
	 */
	MessageSpec message();

	/**
	 * Sends a message and waits until it was written.
	 * @param message the message
	 * @return the message as it was sent, with its id
	 * @throws io.github.xmppspring.stanza.XmppException if it could not be sent
	 * @throws IllegalStateException on a thread that must not wait
	 */
	Message send(Message message);

	/**
	 * Sends a message.
	 * @param message the message
	 * @return a future of the message as it was sent, with its id
	 */
	CompletableFuture<Message> sendAsync(Message message);

	/**
	 * Sends presence and waits until it was written. Available presence without an
	 * addressed entity passes the {@link PresenceCustomizer}s first.
	 * @param presence the presence
	 * @return the presence as it was sent, with its id
	 * @throws io.github.xmppspring.stanza.XmppException if it could not be sent
	 * @throws IllegalStateException on a thread that must not wait
	 */
	Presence send(Presence presence);

	/**
	 * Sends presence. Available presence without an addressed entity passes the
	 * {@link PresenceCustomizer}s first.
	 * @param presence the presence
	 * @return a future of the presence as it was sent, with its id
	 */
	CompletableFuture<Presence> sendAsync(Presence presence);

	/**
	 * A message that is not sent yet. Immutable: what is said is said of the returned
	 * message, which may be sent any number of times.
	 */
	interface MessageSpec {

		/**
		 * Sends the message from one of the addresses of a component: its domain, which
		 * is the default, or any JID of that. The address of a client is known to its
		 * server and cannot be chosen.
		 * @param from the sender
		 * @return the message with its sender
		 */
		MessageSpec from(Jid from);

		/**
		 * Addresses the message.
		 * @param to the recipient
		 * @return the addressed message
		 */
		MessageSpec to(Jid to);

		/**
		 * Addresses the message.
		 * @param to the recipient
		 * @return the addressed message
		 * @throws io.github.xmppspring.address.JidFormatException if it is no JID
		 */
		MessageSpec to(String to);

		/**
		 * Gives the message another type than chat.
		 * @param type the type
		 * @return the message of this type
		 */
		MessageSpec type(MessageType type);

		/**
		 * Gives the message a subject.
		 * @param subject the text
		 * @return the message with the subject
		 */
		MessageSpec subject(String subject);

		/**
		 * Gives the message a body.
		 * @param body the text
		 * @return the message with the body
		 */
		MessageSpec body(String body);

		/**
		 * Gives the message a body in one more language.
		 * @param language a language tag (RFC 5646)
		 * @param body the text
		 * @return the message with the body
		 */
		MessageSpec body(String language, String body);

		/**
		 * Makes the message part of a conversation.
		 * @param thread what all messages of the conversation have in common
		 * @return the message with the thread
		 */
		MessageSpec thread(String thread);

		/**
		 * Adds an extension.
		 * @param payload an object with a codec, or an
		 * {@link io.github.xmppspring.xml.Element}
		 * @return the message with the extension
		 * @throws io.github.xmppspring.payload.PayloadException if the payload cannot be
		 * written
		 */
		MessageSpec extension(Object payload);

		/**
		 * Sends the message and waits until it was written.
		 * @return the message as it was sent, with its id
		 * @throws io.github.xmppspring.stanza.XmppException if it could not be sent
		 * @throws IllegalStateException on a thread that must not wait
		 */
		Message send();

		/**
		 * Sends the message.
		 * @return a future of the message as it was sent, with its id
		 */
		CompletableFuture<Message> sendAsync();

	}

}
