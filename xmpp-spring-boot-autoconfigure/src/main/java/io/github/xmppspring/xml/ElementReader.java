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

package io.github.xmppspring.xml;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import io.github.xmppspring.xml.XmlException.Reason;
import org.codehaus.stax2.XMLInputFactory2;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@link Element}s from UTF-8. Each element is given whole; finding its end in a
 * stream is the framer's work. To the parser the element stands inside a root that
 * declares the namespaces in scope, and the root must end right after the element: if
 * framer and parser ever disagree, the element is refused.
 * <p>
 * Thread-safe. Only what RFC 6120, 11.1 allows is read.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class ElementReader {

	static final ElementReader STANDALONE = new ElementReader(XmlLimits.DEFAULT);

	private static final String ROOT = "s";

	private static final byte[] ROOT_END = ("</" + ROOT + ">").getBytes(StandardCharsets.US_ASCII);

	private final XmlLimits limits;

	private final XMLInputFactory2 factory;

	private final byte[] rootStart;

	/**
	 * A reader for elements that stand on their own.
	 * @param limits what to take at the most
	 */
	public ElementReader(XmlLimits limits) {
		this(limits, createFactory(limits), rootStart(NamespaceScope.EMPTY));
	}

	private ElementReader(XmlLimits limits, XMLInputFactory2 factory, byte[] rootStart) {
		this.limits = limits;
		this.factory = factory;
		this.rootStart = rootStart;
	}

	private static XMLInputFactory2 createFactory(XmlLimits limits) {
		XMLInputFactory2 factory = new WstxInputFactory();
		factory.setProperty(XMLInputFactory2.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory2.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory2.IS_COALESCING, true);
		factory.setProperty(XMLInputFactory2.P_INTERN_NAMES, false);
		factory.setProperty(XMLInputFactory2.P_INTERN_NS_URIS, false);
		factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
		factory.setProperty(WstxInputProperties.P_UNDECLARED_ENTITY_RESOLVER,
				(XMLResolver) ElementReader::refuseEntity);
		factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, limits.depth() + 1);
		factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, limits.attributes());
		factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, limits.attributeSize());
		factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, (long) limits.textLength());
		return factory;
	}

	private static Object refuseEntity(@Nullable String publicId, @Nullable String systemId, @Nullable String baseUri,
			@Nullable String name) {
		throw new XmlException(Reason.RESTRICTED, "Only the entities that XML predefines are allowed");
	}

	private static byte[] rootStart(NamespaceScope scope) {
		StartTag root = new StartTag(Element.of(scope.defaultNamespace(), ROOT), scope);
		return ElementWriter.STANDALONE.writeStartTag(root).getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * This reader for elements inside a stream.
	 * @param scope the namespaces in scope
	 * @return a reader with the same limits
	 */
	public ElementReader in(NamespaceScope scope) {
		return new ElementReader(this.limits, this.factory, rootStart(scope));
	}

	/**
	 * The way to read the elements of one stream, which is faster than this one.
	 * @param scope the namespaces in scope
	 * @return a new reader with the same limits
	 */
	public FrameReader framesIn(NamespaceScope scope) {
		return new FrameReader(this.factory, rootStart(scope), this.limits);
	}

	/**
	 * Reads one element.
	 * @param xml the element and nothing else
	 * @return the element
	 * @throws XmlException if it cannot be taken
	 */
	public Element read(String xml) {
		return read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * Reads one element.
	 * @param xml the UTF-8 bytes of the element and nothing else
	 * @return the element
	 * @throws XmlException if it cannot be taken
	 */
	public Element read(InputStream xml) {
		InputStream document = new SequenceInputStream(Collections
			.enumeration(List.of(new ByteArrayInputStream(this.rootStart), xml, new ByteArrayInputStream(ROOT_END))));
		return parse(document, (reader) -> {
			reader.next();
			Element element = new ElementParser(reader, this.limits).read();
			if (reader.next() != XMLStreamConstants.END_ELEMENT || reader.next() != XMLStreamConstants.END_DOCUMENT) {
				throw ElementParser.notWellFormed("More than one element");
			}
			return element;
		});
	}

	/**
	 * Reads a start tag whose end tag is still to come, that of a stream, with or without
	 * an XML declaration before it (RFC 6120, 4.2 and 11.5).
	 * @param xml the UTF-8 bytes up to the end of the tag
	 * @return the tag
	 * @throws XmlException if it cannot be taken
	 */
	public StartTag readStartTag(InputStream xml) {
		return parse(xml, (reader) -> {
			requireXml10(reader.getVersion());
			requireUtf8(reader.getCharacterEncodingScheme());
			if (reader.next() != XMLStreamConstants.START_ELEMENT) {
				throw new XmlException(Reason.RESTRICTED, "Only an XML declaration may stand before the first tag");
			}
			String defaultNamespace = "";
			List<NamespaceDeclaration> prefixes = new ArrayList<>();
			for (int i = 0; i < reader.getNamespaceCount(); i++) {
				String prefix = reader.getNamespacePrefix(i);
				if (prefix == null || prefix.isEmpty()) {
					defaultNamespace = orEmpty(reader.getNamespaceURI(i));
				}
				else {
					prefixes.add(new NamespaceDeclaration(prefix, reader.getNamespaceURI(i)));
				}
			}
			return new StartTag(new ElementParser(reader, this.limits).readEmpty(),
					new NamespaceScope(defaultNamespace, prefixes));
		});
	}

	private static void requireXml10(@Nullable String declared) {
		if (declared != null && !declared.equals("1.0")) {
			throw ElementParser.notWellFormed("The declared version is not that of XML 1.0");
		}
	}

	private static void requireUtf8(@Nullable String declared) {
		if (declared != null && !declared.equalsIgnoreCase("UTF-8")) {
			throw new XmlException(Reason.UNSUPPORTED_ENCODING, "The declared encoding is not UTF-8");
		}
	}

	private <T> T parse(InputStream xml, Parse<T> parse) {
		try {
			XMLStreamReader reader = this.factory.createXMLStreamReader(strictUtf8(xml));
			try {
				return parse.parse(reader);
			}
			finally {
				reader.close();
			}
		}
		catch (XMLStreamException ex) {
			throw ParserFailure.translate(ex);
		}
	}

	// Not left to the parser, of which an application may bring an older version that
	// takes overlong forms
	private static Reader strictUtf8(InputStream xml) {
		return new InputStreamReader(xml,
				StandardCharsets.UTF_8.newDecoder()
					.onMalformedInput(CodingErrorAction.REPORT)
					.onUnmappableCharacter(CodingErrorAction.REPORT));
	}

	private static String orEmpty(@Nullable String value) {
		return (value != null) ? value : "";
	}

	@FunctionalInterface
	private interface Parse<T> {

		T parse(XMLStreamReader reader) throws XMLStreamException;

	}

}
