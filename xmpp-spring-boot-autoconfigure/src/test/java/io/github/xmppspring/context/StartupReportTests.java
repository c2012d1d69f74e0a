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

package io.github.xmppspring.context;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

import io.github.xmppspring.connection.ConnectionState;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.handler.IqMapping;
import io.github.xmppspring.handler.IqMappingInfo;
import io.github.xmppspring.stanza.IqType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StartupReport}.
 *
 * @author XMPP for Spring Boot contributors
 */
@ExtendWith(OutputCaptureExtension.class)
class StartupReportTests {

	private static final String LOGGER = XmppConnection.class.getName();

	private final LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());

	private final Queue<Runnable> tasks = new ArrayDeque<>();

	private final StartupReport report = new StartupReport("client", StartupReportTests::mappings,
			() -> List.of("urn:a", "urn:b"), this.tasks::add);

	@AfterEach
	void resetLevel() {
		this.logging.setLogLevel(LOGGER, null);
	}

	@Test
	void saysInOneLineWhatTheApplicationIs(CapturedOutput output) {
		become(ConnectionState.NEGOTIATING, ConnectionState.ONLINE);

		assertThat(output).containsOnlyOnce("Connected")
			.contains("Connected as 'bot@example.org/r': client of a server (xmpp.example.org:5222, TLSv1.3, "
					+ "SCRAM-SHA-512), 2 IQ handlers, 2 features")
			.doesNotContain("IQ handlers:");
	}

	@Test
	void asksForHandlersAndFeaturesOffTheEventLoop(CapturedOutput output) {
		this.report.statusChanged(TestXmppConnection.status(ConnectionState.NEGOTIATING),
				TestXmppConnection.status(ConnectionState.ONLINE));

		assertThat(output).doesNotContain("Connected");
		assertThat(this.tasks).hasSize(1);
	}

	@Test
	void laterConnectionsAreNoNews(CapturedOutput output) {
		become(ConnectionState.NEGOTIATING, ConnectionState.ONLINE);
		become(ConnectionState.ONLINE, ConnectionState.BACKING_OFF);
		become(ConnectionState.NEGOTIATING, ConnectionState.ONLINE);

		assertThat(output).containsOnlyOnce("Connected as")
			.containsOnlyOnce("Connected again as 'bot@example.org/r' (xmpp.example.org:5222, TLSv1.3, SCRAM-SHA-512)");
	}

	@Test
	void whatCannotBeCountedDoesNotKeepTheRestBack(CapturedOutput output) {
		StartupReport failing = new StartupReport("client", StartupReportTests::mappings, () -> {
			throw new IllegalStateException("closed");
		}, Runnable::run);

		failing.statusChanged(TestXmppConnection.status(ConnectionState.NEGOTIATING),
				TestXmppConnection.status(ConnectionState.ONLINE));

		assertThat(output)
			.containsOnlyOnce("Connected as 'bot@example.org/r': client of a server "
					+ "(xmpp.example.org:5222, TLSv1.3, SCRAM-SHA-512)")
			.doesNotContain("IQ handlers", "features", "IllegalStateException");
	}

	@Test
	void tableOfHandlersIsForDebugging(CapturedOutput output) {
		this.logging.setLogLevel(LOGGER, LogLevel.DEBUG);

		become(ConnectionState.NEGOTIATING, ConnectionState.ONLINE);

		assertThat(output).contains("""
				IQ handlers:
					get {urn:a}question  Desk.ask()
					set {urn:a}question  Desk.ask()
					get {urn:b}*         Other.get()
				""".stripTrailing());
	}

	private void become(ConnectionState previous, ConnectionState current) {
		this.report.statusChanged(TestXmppConnection.status(previous), TestXmppConnection.status(current));
		this.tasks.forEach(Runnable::run);
		this.tasks.clear();
	}

	private static List<IqMappingInfo> mappings() {
		return List.of(new IqMappingInfo(new IqMapping(IqType.GET, "urn:a", "question"), "Desk.ask()", 0, 0),
				new IqMappingInfo(new IqMapping(IqType.SET, "urn:a", "question"), "Desk.ask()", 0, 0),
				new IqMappingInfo(new IqMapping(IqType.GET, "urn:b", null), "Other.get()", 0, 0));
	}

}
