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

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Normalises domainparts: an IP literal, or labels of letters, digits and hyphens or of
 * Unicode characters (RFC 7622, 3.2), each of at most 63 octets in DNS.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Domainpart {

	/**
	 * What separates labels: the full stop, and its ideographic, full-width and
	 * half-width relatives.
	 */
	private static final Pattern SEPARATOR = Pattern.compile("[.\u3002\uff0e\uff61]");

	private Domainpart() {
	}

	static String normalise(String value) {
		JidPart.DOMAINPART.checkInput(value);
		String domain = value;
		if (value.charAt(0) == '[') {
			domain = IpLiteral.normalise(value);
		}
		else if (!isNormal(value)) {
			domain = join(value);
		}
		return JidPart.DOMAINPART.checkOctets(domain);
	}

	static String toAscii(String normalised) {
		if (isAscii(normalised)) {
			return normalised;
		}
		return Arrays.stream(normalised.split("\\.")).map(DomainLabel::toAscii).collect(Collectors.joining("."));
	}

	/**
	 * Return whether this is a host name in its normal form for sure: all in ASCII, and
	 * no label that may stand for another.
	 * @param value the domainpart
	 * @return whether it needs no further look
	 */
	private static boolean isNormal(String value) {
		int start = 0;
		for (int end = value.indexOf('.'); end != -1; end = value.indexOf('.', start)) {
			if (!DomainLabel.isNormal(value, start, end)) {
				return false;
			}
			start = end + 1;
		}
		return DomainLabel.isNormal(value, start, value.length());
	}

	private static String join(String value) {
		String[] labels = SEPARATOR.split(value, -1);
		boolean rooted = labels[labels.length - 1].isEmpty();
		List<String> own = Arrays.asList(labels).subList(0, rooted ? labels.length - 1 : labels.length);
		if (own.isEmpty() || own.contains("")) {
			throw JidPart.DOMAINPART.invalid(value, "it must not have empty labels");
		}
		return own.stream().map(DomainLabel::normalise).collect(Collectors.joining("."));
	}

	private static boolean isAscii(String value) {
		return value.chars().allMatch((c) -> c < 0x80);
	}

}
