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

package io.github.xmppspring.disco;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

import org.springframework.util.Assert;

/**
 * How capabilities are announced (XEP-0115, 4).
 *
 * @param node a URI that stands for the software
 * @param hash the name of the hash algorithm, such as {@code sha-1}
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record CapabilitiesFormat(String node, String hash) {

	public CapabilitiesFormat {
		Assert.hasLength(node, "'node' must not be empty");
		Assert.isTrue(isKnown(hash), () -> "There is no hash algorithm '" + hash + "'");
	}

	/**
	 * Whether a hash algorithm can be used.
	 * @param hash the name of the hash algorithm
	 * @return whether it is known here
	 */
	public static boolean isKnown(String hash) {
		try {
			MessageDigest.getInstance(hash.toUpperCase(Locale.ROOT));
			return true;
		}
		catch (NoSuchAlgorithmException ex) {
			return false;
		}
	}

}
