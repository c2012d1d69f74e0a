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

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Normalises IPv6 addresses in brackets (RFC 3986, 3.2.2), which may name a zone after a
 * percent sign (RFC 6874). Hexadecimal digits become lower case; different ways to write
 * one address stay different.
 *
 * @author XMPP for Spring Boot contributors
 */
final class IpLiteral {

	private static final int GROUPS = 8;

	private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");

	private static final Pattern ZONE = Pattern.compile("%[0-9A-Za-z._~%-]+");

	private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

	private static final Pattern IPV4 = Pattern.compile("(?:" + OCTET + "\\.){3}" + OCTET);

	private IpLiteral() {
	}

	static String normalise(String value) {
		int percent = value.indexOf('%');
		int end = (percent != -1) ? percent : value.length() - 1;
		boolean valid = value.length() > 1 && value.endsWith("]") && isIpv6(value.substring(1, end))
				&& (percent == -1 || ZONE.matcher(value).region(percent, value.length() - 1).matches());
		if (!valid) {
			throw JidPart.DOMAINPART.invalid(value, "brackets must enclose an IPv6 address");
		}
		return value.substring(0, end).toLowerCase(Locale.ROOT) + value.substring(end);
	}

	private static boolean isIpv6(String address) {
		int gap = address.indexOf("::");
		if (gap == -1) {
			return groups(address, true) == GROUPS;
		}
		String head = address.substring(0, gap);
		String tail = address.substring(gap + 2);
		int before = head.isEmpty() ? 0 : groups(head, false);
		int after = tail.isEmpty() ? 0 : groups(tail, true);
		return before != -1 && after != -1 && before + after < GROUPS;
	}

	/**
	 * Count the 16-bit groups in a text.
	 * @param text the text, groups and colons
	 * @param last whether an IPv4 address may stand for the last two groups
	 * @return the number of groups or -1 if there is anything else in the text
	 */
	private static int groups(String text, boolean last) {
		String[] groups = text.split(":", -1);
		int count = 0;
		for (int i = 0; i < groups.length; i++) {
			if (GROUP.matcher(groups[i]).matches()) {
				count++;
			}
			else if (last && i == groups.length - 1 && IPV4.matcher(groups[i]).matches()) {
				count += 2;
			}
			else {
				return -1;
			}
		}
		return count;
	}

}
