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

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Numbers by name, in the form in which processes tell them each other:
 * {@code rate=1200.0 errors=0.0}.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Figures {

	private final Map<String, Double> values = new LinkedHashMap<>();

	static Figures of(String text) {
		Figures figures = new Figures();
		for (String figure : text.trim().split(" ")) {
			int equals = figure.indexOf('=');
			if (equals > 0) {
				figures.put(figure.substring(0, equals), Double.parseDouble(figure.substring(equals + 1)));
			}
		}
		return figures;
	}

	void put(String name, double value) {
		this.values.put(name, value);
	}

	void putAll(Figures other) {
		this.values.putAll(other.values);
	}

	double get(String name) {
		return this.values.getOrDefault(name, 0.0);
	}

	/**
	 * The numbers as members of a JSON object, without the braces.
	 * @return JSON
	 */
	String json() {
		return this.values.entrySet()
			.stream()
			.map((figure) -> String.format(Locale.ROOT, "\"%s\":%.3f", figure.getKey(), figure.getValue()))
			.collect(Collectors.joining(","));
	}

	@Override
	public String toString() {
		return this.values.entrySet()
			.stream()
			.map((figure) -> figure.getKey() + "=" + figure.getValue())
			.collect(Collectors.joining(" "));
	}

}
