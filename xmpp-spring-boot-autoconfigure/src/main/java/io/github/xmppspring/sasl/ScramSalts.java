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

package io.github.xmppspring.sasl;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;

import com.ongres.scram.common.ScramFunctions;
import com.ongres.scram.common.ScramMechanism;

/**
 * Gives every name a salt that stays the same and says nothing about whether there is an
 * account of this name.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ScramSalts {

	private static final int LENGTH = 16;

	private final byte[] secret = ScramFunctions.salt(2 * LENGTH, new SecureRandom());

	byte[] of(ScramMechanism mechanism, String username) {
		byte[] hash = ScramFunctions.hmac(mechanism, this.secret, username.getBytes(StandardCharsets.UTF_8));
		return Arrays.copyOf(hash, LENGTH);
	}

}
