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

package io.github.xmppspring.payload.version;

import javax.xml.namespace.QName;

import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.PayloadCodec;
import io.github.xmppspring.payload.PayloadElement;
import io.github.xmppspring.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * What software an entity runs (XEP-0092). Sent {@linkplain #request() empty} with get;
 * the result should give name and version, but not all do.
 *
 * @param name the name of the software
 * @param version its version
 * @param os the operating system
 * @param extensions attributes and elements beyond the schema
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record SoftwareVersion(@Nullable String name, @Nullable String version, @Nullable String os,
		Extensions extensions) {

	/**
	 * The name of the payload.
	 */
	public static final QName NAME = new QName("jabber:iq:version", "query");

	/**
	 * Reads and writes software versions.
	 */
	public static final PayloadCodec<SoftwareVersion> CODEC = new Codec();

	/**
	 * A version with nothing beyond the schema.
	 * @param name the name of the software
	 * @param version its version
	 * @param os the operating system
	 */
	public SoftwareVersion(@Nullable String name, @Nullable String version, @Nullable String os) {
		this(name, version, os, Extensions.NONE);
	}

	/**
	 * The request.
	 * @return a payload without content
	 */
	public static SoftwareVersion request() {
		return new SoftwareVersion(null, null, null);
	}

	/**
	 * A result that keeps the operating system to itself.
	 * @param name the name of the software
	 * @param version its version
	 * @return a payload
	 */
	public static SoftwareVersion of(String name, String version) {
		return new SoftwareVersion(name, version, null);
	}

	private static final class Codec implements PayloadCodec<SoftwareVersion> {

		@Override
		public QName name() {
			return NAME;
		}

		@Override
		public Class<SoftwareVersion> type() {
			return SoftwareVersion.class;
		}

		@Override
		public SoftwareVersion read(Element element) {
			PayloadElement payload = PayloadElement.of(element);
			return new SoftwareVersion(payload.textChild("name"), payload.textChild("version"), payload.textChild("os"),
					payload.extensions());
		}

		@Override
		public Element write(SoftwareVersion value) {
			Element.Builder element = Element.builder(NAME)
				.textChild("name", value.name())
				.textChild("version", value.version())
				.textChild("os", value.os());
			value.extensions().writeTo(element);
			return element.build();
		}

	}

}
