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

import io.github.xmppspring.codec.StreamTap;
import io.github.xmppspring.wire.ClinicConfiguration;
import io.github.xmppspring.wire.WireLog;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WireLogAutoConfiguration}.
 *
 * @author XMPP for Spring Boot contributors
 */
@ExtendWith(OutputCaptureExtension.class)
class WireLogAutoConfigurationTests {

	private static final Element MESSAGE = Element.parse("<message xmlns='jabber:client'><body>words</body>"
			+ "<x xmlns='jabber:x:data'><field var='a'><value>filled</value></field></x>"
			+ "<patient xmlns='urn:example:clinic' name='Ada'>well</patient></message>");

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WireLogAutoConfiguration.class));

	@Test
	void streamIsWatched() {
		this.contextRunner
			.run((context) -> assertThat(context).hasSingleBean(StreamTap.class).hasSingleBean(WireLog.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "xmpp.enabled=false", "xmpp.wire-log.enabled=false" })
	void canBeSwitchedOff(String property) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(context).doesNotHaveBean(StreamTap.class));
	}

	@Test
	void backsOff() {
		WireLog own = new WireLog(List.of(), 10);

		this.contextRunner.withBean(WireLog.class, () -> own)
			.run((context) -> assertThat(context).getBean(WireLog.class).isSameAs(own));
	}

	@ParameterizedTest
	@CsvSource({ "false, false", "true, false", "false, true", "true, true" })
	void privatePartsAreShownIfAskedFor(boolean bodies, boolean forms, CapturedOutput output) {
		String line = log(
				this.contextRunner.withPropertyValues("xmpp.wire-log.bodies=" + bodies, "xmpp.wire-log.forms=" + forms),
				output);

		assertThat(line.contains("words")).isEqualTo(bodies);
		assertThat(line.contains("filled")).isEqualTo(forms);
		assertThat(line).contains("name=\"Ada\">well<");
	}

	@Test
	void rulesOfTheApplicationAreAdded(CapturedOutput output) {
		String line = log(this.contextRunner.withUserConfiguration(ClinicConfiguration.class), output);

		assertThat(line).contains("<body>***<").contains("name=\"***\">***<").doesNotContain("Ada", "well");
	}

	@Test
	void lengthIsAProperty(CapturedOutput output) {
		String line = log(this.contextRunner.withPropertyValues("xmpp.wire-log.max-length=8"), output);

		assertThat(line).contains("sent 7 bytes: <message ... and ");
	}

	@Test
	void lengthMustBePositive() {
		this.contextRunner.withPropertyValues("xmpp.wire-log.max-length=0")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class,
						(ex) -> assertThat(ex.getName()).isEqualTo("xmpp.wire-log.max-length")));
	}

	private static String log(ApplicationContextRunner runner, CapturedOutput output) {
		LoggingSystem logging = LoggingSystem.get(WireLogAutoConfigurationTests.class.getClassLoader());
		logging.setLogLevel(WireLog.LOGGER, LogLevel.DEBUG);
		try {
			runner.run((context) -> context.getBean(WireLog.class).sent(MESSAGE, 7));
		}
		finally {
			logging.setLogLevel(WireLog.LOGGER, null);
		}
		return output.getAll().lines().filter((line) -> line.contains("sent 7 bytes")).findFirst().orElseThrow();
	}

}
