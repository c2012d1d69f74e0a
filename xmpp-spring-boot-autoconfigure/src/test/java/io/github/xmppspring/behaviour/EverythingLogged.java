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

package io.github.xmppspring.behaviour;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.boot.logging.LoggingSystem;

/**
 * Takes all that is logged in a test, with all exceptions: at {@code TRACE} by what sees
 * stanzas, at {@code DEBUG} by everything else. Applications of the test do not set up
 * logging themselves.
 *
 * @author XMPP for Spring Boot contributors
 */
final class EverythingLogged implements BeforeEachCallback, AfterEachCallback {

	private static final List<String> VERBOSE = List.of("io.github.xmppspring", "io.netty",
			"org.springframework.messaging", "org.springframework.context.event");

	private final Logger root = (Logger) org.slf4j.LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final List<Appender<ILoggingEvent>> others = new ArrayList<>();

	private final ByteArrayOutputStream output = new ByteArrayOutputStream();

	private final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();

	private Level level;

	@Override
	public void beforeEach(ExtensionContext context) {
		System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
		this.root.iteratorForAppenders().forEachRemaining(this.others::add);
		this.others.forEach(this.root::detachAppender);
		this.level = this.root.getLevel();
		this.root.setLevel(Level.DEBUG);
		this.root.addAppender(startAppender());
		setLevels(Level.TRACE);
	}

	private static void setLevels(Level level) {
		for (String name : VERBOSE) {
			((Logger) org.slf4j.LoggerFactory.getLogger(name)).setLevel(level);
		}
	}

	private Appender<ILoggingEvent> startAppender() {
		PatternLayoutEncoder encoder = new PatternLayoutEncoder();
		encoder.setContext(this.root.getLoggerContext());
		encoder.setPattern("%level %logger [%thread] %msg %kvp %mdc%n%ex{full}");
		encoder.setCharset(StandardCharsets.UTF_8);
		encoder.start();
		this.appender.setContext(this.root.getLoggerContext());
		this.appender.setEncoder(encoder);
		this.appender.setOutputStream(this.output);
		this.appender.start();
		return this.appender;
	}

	@Override
	public void afterEach(ExtensionContext context) {
		this.root.detachAppender(this.appender);
		this.appender.stop();
		this.others.forEach(this.root::addAppender);
		this.root.setLevel(this.level);
		setLevels(null);
		System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
	}

	/**
	 * What was logged up to now.
	 * @return the text
	 */
	String text() {
		return this.output.toString(StandardCharsets.UTF_8);
	}

}
