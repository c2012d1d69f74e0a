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

package io.github.xmppspring.stream;

import java.util.List;

import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.NamespaceDeclaration;
import io.github.xmppspring.xml.NamespaceScope;
import io.github.xmppspring.xml.StartTag;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The start tag of a stream (RFC 6120, 4.7). Addresses are kept as the strings they are:
 * those of a peer need not be valid.
 *
 * @param contentNamespace the namespace of stanzas on the stream
 * @param from the sending entity
 * @param to the receiving entity
 * @param id the id of the stream, given by the receiving entity
 * @param language the default language of texts
 * @param version the version of the protocol, {@code null} before XMPP 1.0
 * @param scope the namespaces that all stanzas inherit
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record StreamHeader(String contentNamespace, @Nullable String from, @Nullable String to, @Nullable String id,
		@Nullable String language, @Nullable String version, NamespaceScope scope) {

	private static final String PREFIX = "stream";

	public StreamHeader {
		Assert.hasText(contentNamespace, "'contentNamespace' must not be empty");
		Assert.notNull(scope, "'scope' must not be null");
	}

	/**
	 * The header with which an initiating entity opens a stream.
	 * @param contentNamespace the namespace of stanzas
	 * @param from the own address, or {@code null} while it must not be known yet
	 * @param to the domain of the receiving entity
	 * @return a header of version 1.0
	 */
	public static StreamHeader initial(String contentNamespace, @Nullable String from, String to) {
		return new StreamHeader(contentNamespace, from, to, null, null, "1.0", defaultScope(contentNamespace));
	}

	/**
	 * The header with which an initiating entity opens a stream that has no features, as
	 * before XMPP 1.0.
	 * @param contentNamespace the namespace of stanzas
	 * @param to the receiving entity
	 * @return a header without a version
	 */
	public static StreamHeader withoutVersion(String contentNamespace, String to) {
		return new StreamHeader(contentNamespace, null, to, null, null, null, defaultScope(contentNamespace));
	}

	/**
	 * The namespaces that this library puts in scope on its streams.
	 * @param contentNamespace the namespace of stanzas
	 * @return the content namespace as default and the prefix {@code stream}
	 */
	public static NamespaceScope defaultScope(String contentNamespace) {
		return new NamespaceScope(contentNamespace, List.of(new NamespaceDeclaration(PREFIX, Namespaces.STREAM)));
	}

	/**
	 * Reads a header.
	 * @param tag the start tag of a document
	 * @return the header
	 * @throws StreamException with {@code bad-format} if the tag is no stream header,
	 * {@code invalid-namespace} if its namespace is wrong
	 */
	public static StreamHeader from(StartTag tag) {
		Element element = tag.element();
		if (!element.localName().equals("stream")) {
			throw new StreamException(StreamError.of(StreamErrorCondition.BAD_FORMAT), "The first tag opens no stream");
		}
		if (!element.namespace().equals(Namespaces.STREAM)) {
			throw new StreamException(StreamError.of(StreamErrorCondition.INVALID_NAMESPACE),
					"The stream header has the wrong namespace");
		}
		String contentNamespace = tag.scope().defaultNamespace();
		if (contentNamespace.isEmpty() || contentNamespace.equals(Namespaces.STREAM)) {
			throw new StreamException(StreamError.of(StreamErrorCondition.INVALID_NAMESPACE),
					"The stream header declares no content namespace");
		}
		return new StreamHeader(contentNamespace, element.attribute("from"), element.attribute("to"),
				element.attribute("id"), element.language(), element.attribute("version"), tag.scope());
	}

	/**
	 * This header as the start of an element.
	 * @return an element without content
	 */
	public Element toElement() {
		return Element.builder(Namespaces.STREAM, "stream")
			.prefix(PREFIX)
			.attribute("from", this.from)
			.attribute("to", this.to)
			.attribute("id", this.id)
			.attribute("version", this.version)
			.language(this.language)
			.build();
	}

	/**
	 * This header as the tag that is written.
	 * @return a start tag that declares all that stanzas inherit
	 */
	public StartTag toStartTag() {
		return new StartTag(toElement(), this.scope);
	}

}
