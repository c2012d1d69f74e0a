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

import com.ongres.scram.common.StringPreparation;

/**
 * Brings names and passwords into the form in which all sides compare them (SASLprep, RFC
 * 4013).
 *
 * @author XMPP for Spring Boot contributors
 */
final class SaslPreparation {

	/**
	 * For what is prepared already. No preparation at all would refuse whatever is not
	 * ASCII, with a message that shows it.
	 */
	static final StringPreparation DONE = StringPreparation.POSTGRESQL_PREPARATION;

	private SaslPreparation() {
	}

	static String prepare(String value, String what) {
		try {
			return new String(StringPreparation.SASL_PREPARATION.normalize(value.toCharArray()));
		}
		catch (IllegalArgumentException ex) {
			// without the cause, whose message shows characters of the password
			throw new SaslException("The " + what + " is empty or has characters that SASL does not allow (RFC 4013)");
		}
	}

}
