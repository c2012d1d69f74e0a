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

import java.nio.charset.CharacterCodingException;
import java.util.regex.Pattern;

import javax.xml.stream.XMLStreamException;

import io.github.xmppspring.xml.XmlException.Reason;

/**
 * What a complaint of the parser means. Only its message tells some of them apart.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ParserFailure {

	private static final Pattern LIMIT = Pattern.compile(".*[Ll]imit \\(\\d+\\).*", Pattern.DOTALL);

	private ParserFailure() {
	}

	static XmlException translate(XMLStreamException ex) {
		if (ex.getNestedException() instanceof CharacterCodingException encoding) {
			return new XmlException(Reason.UNSUPPORTED_ENCODING, "The bytes are not UTF-8", encoding);
		}
		if (ex.getClass() == XMLStreamException.class && matches(LIMIT, ex)) {
			return new XmlException(Reason.LIMIT_EXCEEDED, "The XML exceeds a limit of depth, attributes or text", ex);
		}
		return notWellFormed(ex);
	}

	private static boolean matches(Pattern pattern, Exception ex) {
		return ex.getMessage() != null && pattern.matcher(ex.getMessage()).matches();
	}

	private static XmlException notWellFormed(Exception ex) {
		return new XmlException(Reason.NOT_WELL_FORMED, "The XML is not well-formed", ex);
	}

}
