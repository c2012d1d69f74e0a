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

package io.github.xmppspring.autoconfigure;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;

import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.context.TestXmppConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport;
import org.springframework.boot.autoconfigure.condition.ConditionEvaluationReport.ConditionAndOutcomes;
import org.springframework.boot.autoconfigure.logging.ConditionEvaluationReportMessage;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what {@code --debug} prints of our auto-configurations: why each of them is
 * there or is not.
 *
 * @author XMPP for Spring Boot contributors
 */
class ConditionsReportTests {

	private static final String CONDITION = "(@\\w+|[A-Z][\\w ]+) .*(find|found|match|enabled|disabled|exposed).*";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(autoConfigurations().toArray(Class[]::new)))
		.withBean(XmppConnection.class, TestXmppConnection::new)
		.withPropertyValues("xmpp.jid=bot@example.org");

	private final ApplicationContextRunner withoutXmpp = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(autoConfigurations().toArray(Class[]::new)))
		.withPropertyValues("xmpp.enabled=false");

	@ParameterizedTest
	@MethodSource("autoConfigurations")
	void saysWhyItIsThere(Class<?> autoConfiguration) {
		ConditionEvaluationReport report = report(this.contextRunner.withPropertyValues("xmpp.embedded.enabled=true"));

		assertIsExplained(report, autoConfiguration);
	}

	@ParameterizedTest
	@MethodSource("autoConfigurations")
	void saysWhyItIsNotThere(Class<?> autoConfiguration) {
		ConditionEvaluationReport report = report(this.withoutXmpp);

		assertIsExplained(report, autoConfiguration);
		ConditionAndOutcomes outcomes = report.getConditionAndOutcomesBySource().get(autoConfiguration.getName());
		if (outcomes != null && !outcomes.isFullMatch()) {
			assertThat(messages(outcomes)).anyMatch((message) -> message.contains("xmpp.")
					|| message.contains("did not find") || message.contains("disabled") || message.contains("exposed"));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					XmppAutoConfiguration           | @ConditionalOnBooleanProperty (xmpp.enabled=true) matched
					IqHandlerAutoConfiguration      | @ConditionalOnBooleanProperty (xmpp.enabled=true) matched
					IqTemplateAutoConfiguration     | @ConditionalOnBean (types: io.github.xmppspring.connection.XmppConnection; SearchStrategy: all) found bean
					MessagingAutoConfiguration      | @ConditionalOnBean (types: io.github.xmppspring.connection.XmppConnection; SearchStrategy: all) found bean
					RosterAutoConfiguration         | @ConditionalOnProperty (xmpp.mode=client) matched
					""")
	void positiveMatchesAreReadable(String autoConfiguration, String text) {
		String report = text(this.contextRunner);

		assertThat(section(report, "Positive matches:", "Negative matches:")).contains(autoConfiguration + " matched:")
			.contains(text);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					XmppAutoConfiguration               | @ConditionalOnBooleanProperty (xmpp.enabled=true) found different value in property 'xmpp.enabled'
					IqHandlerAutoConfiguration          | @ConditionalOnBooleanProperty (xmpp.enabled=true) found different value in property 'xmpp.enabled'
					IqTemplateAutoConfiguration         | did not find any beans of type io.github.xmppspring.connection.XmppConnection
					EmbeddedXmppServerAutoConfiguration | @ConditionalOnBooleanProperty (xmpp.embedded.enabled=true) did not find property 'xmpp.embedded.enabled'
					""")
	void negativeMatchesAreReadable(String autoConfiguration, String text) {
		String report = text(this.withoutXmpp);

		assertThat(section(report, "Negative matches:", "Exclusions:")).contains(autoConfiguration + ":")
			.contains(text);
	}

	@Test
	void componentHasNoRosterAndIsToldWhy() {
		String report = text(this.contextRunner.withPropertyValues("xmpp.mode=component", "xmpp.jid=echo.example.org",
				"xmpp.password=s"));

		assertThat(section(report, "Negative matches:", "Exclusions:")).contains("RosterAutoConfiguration:")
			.contains("@ConditionalOnProperty (xmpp.mode=client) found different value in property 'xmpp.mode'");
	}

	@Test
	void missingNotificationsAreToldWithTheirProperty() {
		String report = text(this.contextRunner);

		assertThat(section(report, "Negative matches:", "Exclusions:")).contains("xmpp.pubsub.notify")
			.contains("xmpp.presence.initial.enabled")
			.contains("xmpp.roster.load-on-connect");
	}

	static List<Class<?>> autoConfigurations() {
		ClassLoader classLoader = ConditionsReportTests.class.getClassLoader();
		return StreamSupport.stream(ImportCandidates.load(AutoConfiguration.class, classLoader).spliterator(), false)
			.filter((name) -> name.startsWith("io.github.xmppspring."))
			.<Class<?>>map((name) -> ClassUtils.resolveClassName(name, classLoader))
			.toList();
	}

	private static void assertIsExplained(ConditionEvaluationReport report, Class<?> autoConfiguration) {
		ConditionAndOutcomes outcomes = report.getConditionAndOutcomesBySource().get(autoConfiguration.getName());
		if (outcomes == null) {
			assertThat(AnnotatedElementUtils.isAnnotated(autoConfiguration, Conditional.class)).isFalse();
			return;
		}
		assertThat(messages(outcomes)).isNotEmpty().allMatch((message) -> message.matches(CONDITION));
	}

	private static List<String> messages(ConditionAndOutcomes outcomes) {
		return StreamSupport.stream(outcomes.spliterator(), false)
			.map((outcome) -> String.valueOf(outcome.getOutcome().getMessage()))
			.toList();
	}

	private static ConditionEvaluationReport report(ApplicationContextRunner runner) {
		AtomicReference<ConditionEvaluationReport> report = new AtomicReference<>();
		runner.run((context) -> {
			assertThat(context).hasNotFailed();
			report.set(ConditionEvaluationReport.get(context.getBeanFactory()));
		});
		return report.get();
	}

	private static String text(ApplicationContextRunner runner) {
		return new ConditionEvaluationReportMessage(report(runner), "test").toString();
	}

	private static String section(String report, String from, String to) {
		return report.substring(report.indexOf(from), report.indexOf(to));
	}

}
