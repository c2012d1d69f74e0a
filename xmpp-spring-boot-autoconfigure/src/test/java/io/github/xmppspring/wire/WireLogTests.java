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

package io.github.xmppspring.wire;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.management.ThreadMXBean;
import io.github.xmppspring.stream.Namespaces;
import io.github.xmppspring.stream.StreamFooter;
import io.github.xmppspring.stream.StreamHeader;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link WireLog}.
 *
 * @author XMPP for Spring Boot contributors
 */
class WireLogTests {

	private static final Element PING = Element.parse("<iq xmlns='jabber:client' id='a'/>");

	private final Logger logger = (Logger) org.slf4j.LoggerFactory.getLogger("io.github.xmppspring.wire");

	private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

	private final List<Element> redacted = new ArrayList<>();

	private final WireLog log = new WireLog(List.of((element) -> {
		this.redacted.add(element);
		return element;
	}), 2000);

	@BeforeEach
	void listen() {
		this.logger.setLevel(Level.DEBUG);
		this.logger.setAdditive(false);
		this.appender.start();
		this.logger.addAppender(this.appender);
	}

	@AfterEach
	void reset() {
		this.logger.detachAppender(this.appender);
		this.logger.setAdditive(true);
		this.logger.setLevel(null);
	}

	@Test
	void oneLineForEachValue() {
		this.log.sent(StreamHeader.initial(Namespaces.CLIENT, "a@example.org", "example.org"), 120);
		this.log.sent(PING, 12);
		this.log.received(PING, 34);
		this.log.received(StreamFooter.INSTANCE, 16);

		assertThat(lines()).containsExactly(
				"sent 120 bytes: <stream:stream xmlns=\"jabber:client\" "
						+ "xmlns:stream=\"http://etherx.jabber.org/streams\" from=\"a@example.org\" "
						+ "to=\"example.org\" version=\"1.0\">",
				"sent 12 bytes: <iq xmlns=\"jabber:client\" id=\"a\"/>",
				"received 34 bytes: <iq xmlns=\"jabber:client\" id=\"a\"/>", "received 16 bytes: </stream:stream>");
		assertThat(this.appender.list).extracting(ILoggingEvent::getLevel).containsOnly(Level.DEBUG);
	}

	@Test
	void rulesAreAppliedInTheirOrder() {
		WireRedaction first = WireRedaction.hide("urn:a", "a");
		WireRedaction second = (element) -> "***".equals(element.text()) ? Element.of("", "b") : element;

		new WireLog(List.of(first, second), 2000).sent(Element.parse("<a xmlns='urn:a' c='d'>e</a>"), 1);
		new WireLog(List.of(second, first), 2000).sent(Element.parse("<a xmlns='urn:a' c='d'>e<f/></a>"), 1);

		assertThat(lines()).containsExactly("sent 1 bytes: <b/>",
				"sent 1 bytes: <a xmlns=\"urn:a\" c=\"***\">***<f/></a>");
	}

	@Test
	void headersAreRedactedToo() {
		WireRedaction rule = (element) -> element.mutate().attribute("from", "x").build();

		new WireLog(List.of(rule), 2000).received(StreamHeader.initial(Namespaces.CLIENT, "a@example.org", "b"), 1);

		assertThat(lines()).singleElement().asString().contains("from=\"x\"").doesNotContain("a@example.org");
	}

	@Test
	void nothingIsShownIfARuleFails() {
		WireRedaction failing = (element) -> {
			throw new IllegalStateException("private " + element);
		};
		WireRedaction recursive = (element) -> {
			throw new StackOverflowError();
		};

		new WireLog(List.of(failing), 2000).received(PING, 1);
		new WireLog(List.of((element) -> null), 2000).received(PING, 1);
		new WireLog(List.of(recursive), 2000).received(PING, 1);

		assertThat(lines()).containsExactly(
				"received 1 bytes: not shown, as it cannot be redacted: java.lang.IllegalStateException",
				"received 1 bytes: not shown, as it cannot be redacted: java.lang.IllegalStateException",
				"received 1 bytes: not shown, as it cannot be redacted: java.lang.StackOverflowError");
	}

	@Test
	void linesAreCut() {
		new WireLog(List.of(), 20).sent(Element.parse("<a>" + "x".repeat(100) + "</a>"), 107);
		new WireLog(List.of(), 107).sent(Element.parse("<a>" + "x".repeat(100) + "</a>"), 107);

		assertThat(lines()).containsExactly("sent 107 bytes: <a>" + "x".repeat(17) + " ... and 87 more characters",
				"sent 107 bytes: <a>" + "x".repeat(100) + "</a>");
	}

	@Test
	void charactersAreNotCut() {
		new WireLog(List.of(), 4).sent(Element.parse("<a>\ud83d\ude00b</a>"), 12);

		assertThat(lines()).containsExactly("sent 12 bytes: <a> ... and 7 more characters");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "d", "9", "85", "2028", "2029", "202e", "7f", "9b", "feff" })
	void nothingStartsOrChangesALine(String code) {
		String character = Character.toString(Integer.parseInt(code, 16));
		String shown = "&#x" + code + ";";

		this.log.received(
				Element.builder("", "a").attribute("b", "c" + character + "d").text("e" + character + "f").build(), 1);

		assertThat(lines()).singleElement()
			.asString()
			.doesNotContain(character)
			.contains("c" + shown + "d")
			.contains("e" + shown + "f");
	}

	@Test
	void lineIsStillXml() {
		Element element = Element.parse("<a b='c&#xa;d&#x202e;'>e\nf&#xd;\u2028\ud83d\ude00</a>");

		this.log.received(element, 1);

		assertThat(Element.parse(lines().get(0).substring("received 1 bytes: ".length()))).isEqualTo(element);
	}

	@Test
	void levelCanBeChangedWhileTheStreamIsOpen() {
		this.logger.setLevel(Level.INFO);
		this.log.sent(PING, 1);
		this.logger.setLevel(Level.DEBUG);
		this.log.sent(PING, 2);
		this.logger.setLevel(Level.INFO);
		this.log.sent(PING, 3);

		assertThat(lines()).singleElement().asString().startsWith("sent 2 bytes");
	}

	@Test
	void nothingIsMadeWhileItIsOff() {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		this.logger.setLevel(Level.INFO);
		logOften();

		long before = threads.getCurrentThreadAllocatedBytes();
		logOften();

		assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
		assertThat(this.redacted).isEmpty();
	}

	private void logOften() {
		for (int i = 0; i < 10_000; i++) {
			this.log.received(PING, 1);
			this.log.sent(PING, 1);
		}
	}

	@Test
	void lengthMustBePositive() {
		assertThatIllegalArgumentException().isThrownBy(() -> new WireLog(List.of(), 0));
	}

	private List<String> lines() {
		return this.appender.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
	}

}
