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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link StreamElementWriter}.
 *
 * @author XMPP for Spring Boot contributors
 */
class StreamElementWriterTests {

	private final ElementWriter single = new ElementWriter()
		.in(new NamespaceScope("urn:d", List.of(new NamespaceDeclaration("p", "urn:p"))));

	private final StreamElementWriter writer = this.single.forStream();

	@ParameterizedTest
	@ValueSource(strings = { "<a xmlns='urn:d'/>", "<a/>", "<a xmlns='urn:d'>text</a>", "<p:a xmlns:p='urn:p' b='1'/>",
			"<q:a xmlns:q='urn:q'><q:b q:c='d'/></q:a>",
			"<a xmlns='urn:d'><b/><c xmlns='urn:c'><d/></c>t<e xmlns=''/></a>", "<p:a xmlns:p='urn:other'/>",
			"<a xml:lang='en'>&lt;&amp;&gt;&#13;\uD83D\uDE00</a>" })
	void writesAgainAndAgainWhatASingleWriterWrites(String xml) {
		Element element = Element.parse(xml);
		String expected = this.single.write(element);

		assertThat(written(element)).isEqualTo(expected);
		assertThat(written(element)).isEqualTo(expected);
	}

	@Test
	void prefixesOfOneElementAreNotInScopeInTheNext() {
		Element first = Element.parse("<q:a xmlns:q='urn:q' xmlns:r='urn:r'/>");
		Element second = Element.parse("<q:b xmlns:q='urn:q'/>");

		assertThat(written(first)).isEqualTo("<q:a xmlns:q=\"urn:q\" xmlns:r=\"urn:r\"/>");
		assertThat(written(second)).isEqualTo("<q:b xmlns:q=\"urn:q\"/>");
	}

	@Test
	void failedElementLeavesNothingToTheNext() {
		Element large = Element.builder("urn:d", "large")
			.child(Element.builder("urn:d", "b").text("0123456789".repeat(10_000)).build())
			.build();

		assertThatIllegalStateException().isThrownBy(() -> this.writer.write(large, new FailingOutput()));

		assertThat(written(Element.of("urn:d", "small"))).isEqualTo("<small/>");
	}

	@Test
	void inventedNamesAreNotKept() throws IllegalAccessException {
		written(Element.of("urn:d", "a"));
		long before = reachable();

		for (int i = 0; i < 2000; i++) {
			written(Element.builder("urn:n" + i, "e" + i)
				.prefix("p" + i)
				.attribute("urn:m" + i, "a" + i, "q" + i, i)
				.declare("r" + i, "urn:r" + i)
				.child(Element.of("urn:c" + i, "c" + i))
				.build());
		}

		assertThat(reachable()).isLessThan(before + 500);
	}

	@Test
	void deepNestingIsNotKept() throws IllegalAccessException {
		written(Element.of("urn:d", "a"));
		long before = reachable();
		Element nested = Element.of("urn:0", "e");
		for (int i = 1; i < 1000; i++) {
			nested = Element.builder("urn:" + i, "e").declare("p" + i, "urn:p").child(nested).build();
		}

		written(nested);

		assertThat(reachable()).isLessThan(before + 100);
		assertThat(written(Element.of("urn:d", "a"))).isEqualTo("<a/>");
	}

	private String written(Element element) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		this.writer.write(element, bytes);
		return bytes.toString(StandardCharsets.UTF_8);
	}

	/**
	 * How many objects the writer holds, as far as they are of its own and its library.
	 */
	private long reachable() throws IllegalAccessException {
		Set<Object> found = Collections.newSetFromMap(new IdentityHashMap<>());
		Deque<Object> open = new ArrayDeque<>(List.of(this.writer));
		while (!open.isEmpty()) {
			Object next = open.pop();
			if (!found.add(next)) {
				continue;
			}
			if (next instanceof Object[] array) {
				Stream.of(array).filter(Objects::nonNull).forEach(open::push);
			}
			for (Class<?> type = next.getClass(); isOwn(type); type = type.getSuperclass()) {
				for (Field field : type.getDeclaredFields()) {
					push(next, field, open);
				}
			}
		}
		return found.size();
	}

	private static boolean isOwn(Class<?> type) {
		return type.getName().startsWith("com.ctc.wstx.") || type.getName().startsWith("org.codehaus.")
				|| type.getName().startsWith("io.github.xmppspring.");
	}

	private static void push(Object owner, Field field, Deque<Object> open) throws IllegalAccessException {
		if (!field.getType().isPrimitive() && !Modifier.isStatic(field.getModifiers())) {
			field.setAccessible(true);
			Object value = field.get(owner);
			if (value != null) {
				open.push(value);
			}
		}
	}

	private static final class FailingOutput extends OutputStream {

		private int bytes;

		@Override
		public void write(int b) throws IOException {
			if (this.bytes++ > 5000) {
				throw new IOException("test");
			}
		}

	}

}
