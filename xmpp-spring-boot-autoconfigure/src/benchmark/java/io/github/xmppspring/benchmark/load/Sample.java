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

package io.github.xmppspring.benchmark.load;

/**
 * What results tell.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Sample {

	static final String SOFTWARE = "Benchmark";

	/**
	 * Fills a result up to 276 bytes.
	 */
	static final String VERSION = "1.0." + "0123456789".repeat(8) + "0123456";

	static final String SYSTEM = "none";

	static final String GROUP = "Friends";

	static final int CONTACTS = 50;

	private Sample() {
	}

	static String contact(int number) {
		return "contact" + number + "@example.org";
	}

	static String contactName(int number) {
		return "Contact number " + number;
	}

}
