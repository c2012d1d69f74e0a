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

package io.github.xmppspring.payload.record;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;

import org.springframework.util.Assert;

/**
 * The values of XML Schema (part 2) whose form differs from that of Java. What a peer
 * sends is not trusted to be cheap: the JDK takes quadratic time for long numbers, and
 * unlimited memory for the digits of large exponents.
 *
 * @author XMPP for Spring Boot contributors
 */
final class SchemaValues {

	private static final int MAX_DIGITS = 1000;

	private static final String INFINITY = "INF";

	private SchemaValues() {
	}

	static Boolean parseBoolean(String text) {
		return switch (text) {
			case "true", "1" -> Boolean.TRUE;
			case "false", "0" -> Boolean.FALSE;
			default -> throw new IllegalArgumentException("A boolean is true, false, 1 or 0");
		};
	}

	static BigInteger parseInteger(String text) {
		checkLength(text);
		return new BigInteger(text);
	}

	static BigDecimal parseDecimal(String text) {
		checkLength(text);
		Assert.isTrue(text.indexOf('e') < 0 && text.indexOf('E') < 0, "A decimal number has no exponent");
		return new BigDecimal(text);
	}

	private static void checkLength(String number) {
		Assert.isTrue(number.length() <= MAX_DIGITS, "The number is too long");
	}

	static Float parseFloat(String text) {
		return Float.valueOf(infinityOfJava(text));
	}

	static Double parseDouble(String text) {
		return Double.valueOf(infinityOfJava(text));
	}

	private static String infinityOfJava(String text) {
		return switch (text) {
			case INFINITY -> "Infinity";
			case "-" + INFINITY -> "-Infinity";
			default -> text;
		};
	}

	static String printFloat(Number number) {
		return number.toString().replace("Infinity", INFINITY);
	}

	static String printDuration(Duration duration) {
		return duration.isNegative() ? "-" + duration.negated() : duration.toString();
	}

}
