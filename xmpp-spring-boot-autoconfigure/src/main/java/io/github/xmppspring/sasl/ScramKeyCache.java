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

import com.ongres.scram.common.ScramMechanism;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the last login, for the next one. A server keeps salt and iterations of an
 * account until its password changes, so one entry is enough. Only keys with which a
 * server has proved that it knows the password get here. Thread-safe.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ScramKeyCache {

	private volatile @Nullable ScramKeys last;

	/**
	 * The keys for what a server asks, kept or derived anew.
	 * @param mechanism whose hash to use
	 * @param password the password as it was given
	 * @param salt the salt of the server
	 * @param iterations how often to hash
	 * @return the keys
	 * @throws SaslException if the password has characters that SASL does not allow
	 */
	ScramKeys keys(ScramMechanism mechanism, String password, byte[] salt, int iterations) {
		ScramKeys kept = this.last;
		return (kept != null && kept.areOf(mechanism, password, salt, iterations)) ? kept
				: ScramKeys.derive(mechanism, password, salt, iterations);
	}

	void keep(ScramKeys keys) {
		this.last = keys;
	}

}
