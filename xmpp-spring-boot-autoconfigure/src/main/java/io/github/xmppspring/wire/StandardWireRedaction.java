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

package io.github.xmppspring.wire;

import java.util.Set;
import java.util.regex.Pattern;

import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.xml.Element;

/**
 * The rules that hold for every application: hides secrets wherever XMPP carries them,
 * and what people would call private. Names of elements and of attributes are shown, and
 * so are addresses.
 * <ul>
 * <li>all of SASL (RFC 6120, 6; XEP-0388) but the names of mechanisms and conditions of
 * errors, and the handshake of components (XEP-0114)</li>
 * <li>what registration (XEP-0077), the login before XMPP 1.0 (XEP-0078), private storage
 * (XEP-0049) and user search (XEP-0055) hold</li>
 * <li>vCards (XEP-0054, XEP-0292), avatars (XEP-0084), places, moods, activities and
 * music (XEP-0080, XEP-0107, XEP-0108, XEP-0118), and bookmarks (XEP-0048, XEP-0402)</li>
 * <li>binary data (XEP-0047, XEP-0231) and slots for uploads, whose addresses and headers
 * let in whoever knows them (XEP-0363)</li>
 * <li>elements, attributes and fields of forms whose name tells that they hold a
 * password, a secret, a token or credentials, headers (XEP-0131) with such a name, and
 * fields of the type {@code text-private}</li>
 * <li>unless they are asked for: what people write to each other, which is bodies and
 * subjects of messages with all that repeats them, and the status in a presence</li>
 * <li>unless they are asked for: all other fields of data forms (XEP-0004) but
 * {@code FORM_TYPE}</li>
 * </ul>
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class StandardWireRedaction implements WireRedaction {

	private static final Pattern SECRET_NAME = Pattern.compile(
			"password|passwd|passphrase|pwd|secret|token|credential|authorization|cookie", Pattern.CASE_INSENSITIVE);

	private static final String FORM = "jabber:x:data";

	private static final Set<String> SASL = Set.of(Namespaces.SASL, "urn:xmpp:sasl:0", "urn:xmpp:sasl:1",
			"urn:xmpp:sasl:2");

	private static final String HEADERS = "http://jabber.org/protocol/shim";

	private static final Set<String> STORAGE = Set.of("jabber:iq:private", "storage:bookmarks", "urn:xmpp:bookmarks:1");

	/** Accounts, people and data, of which only the texts are private. */
	private static final Set<String> PRIVATE = Set.of("jabber:iq:auth", "jabber:iq:register", "jabber:iq:search",
			"vcard-temp", "urn:ietf:params:xml:ns:vcard-4.0", "urn:xmpp:avatar:data",
			"http://jabber.org/protocol/geoloc", "http://jabber.org/protocol/mood",
			"http://jabber.org/protocol/activity", "http://jabber.org/protocol/tune", "urn:xmpp:bob",
			"http://jabber.org/protocol/ibb");

	private static final Set<String> UPLOADS = Set.of("urn:xmpp:http:upload:0", "urn:xmpp:http:upload",
			"eu:siacs:conversations:http:upload");

	private static final Set<String> COMPONENTS = Set.of(Namespaces.COMPONENT_ACCEPT, "jabber:component:connect");

	private static final Set<String> STANZAS = Set.of(Namespaces.CLIENT, Namespaces.COMPONENT_ACCEPT, "jabber:server");

	private static final Set<String> WORDS = Set.of("body", "subject", "status");

	/** What repeats or takes the place of a body. */
	private static final Set<String> WORD_NAMESPACES = Set.of("http://jabber.org/protocol/xhtml-im", "urn:xmpp:rtt:0",
			"jabber:x:oob", "jabber:iq:oob", "urn:xmpp:sfs:0", "urn:xmpp:reactions:0");

	private final boolean showsBodies;

	private final boolean showsForms;

	private final ElementRedaction elements;

	/**
	 * The rules.
	 * @param showsBodies whether to show what people write to each other
	 * @param showsForms whether to show fields of data forms that do not look like
	 * secrets
	 */
	public StandardWireRedaction(boolean showsBodies, boolean showsForms) {
		this.showsBodies = showsBodies;
		this.showsForms = showsForms;
		this.elements = new ElementRedaction(this::hiding, (attribute) -> isSecretName(attribute.localName()));
	}

	@Override
	public Element redact(Element element) {
		return this.elements.redact(element);
	}

	private Hiding hiding(Element element) {
		String namespace = element.namespace();
		String name = element.localName();
		if (SASL.contains(namespace)) {
			return saslHiding(name);
		}
		if (isSecretName(name) || STORAGE.contains(namespace) || isKey(namespace, name)
				|| (!this.showsBodies && isWords(namespace, name))) {
			return Hiding.ALL;
		}
		return (PRIVATE.contains(namespace) || isHiddenField(element) || isSecretHeader(element)) ? Hiding.TEXT
				: Hiding.NOTHING;
	}

	private static Hiding saslHiding(String name) {
		return switch (name) {
			case "mechanisms", "mechanism", "authentication", "inline" -> Hiding.NOTHING;
			case "user-agent" -> Hiding.ALL;
			default -> Hiding.TEXT;
		};
	}

	private static boolean isKey(String namespace, String name) {
		return (name.equals("slot") && UPLOADS.contains(namespace))
				|| (name.equals("handshake") && COMPONENTS.contains(namespace));
	}

	private static boolean isWords(String namespace, String name) {
		return WORD_NAMESPACES.contains(namespace) || (WORDS.contains(name) && STANZAS.contains(namespace));
	}

	private boolean isHiddenField(Element element) {
		if (!element.is(FORM, "field")) {
			return false;
		}
		String var = element.attribute("var");
		if ("text-private".equals(element.attribute("type")) || (var != null && isSecretName(var))) {
			return true;
		}
		return !this.showsForms && !"FORM_TYPE".equals(var);
	}

	private static boolean isSecretHeader(Element element) {
		String name = element.attribute("name");
		return name != null && element.is(HEADERS, "header") && isSecretName(name);
	}

	private static boolean isSecretName(String name) {
		return SECRET_NAME.matcher(name).find();
	}

}
