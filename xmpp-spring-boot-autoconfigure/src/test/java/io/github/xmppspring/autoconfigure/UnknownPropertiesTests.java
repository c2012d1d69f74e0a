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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.BoundConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UnknownProperties}.
 *
 * @author XMPP for Spring Boot contributors
 */
@ExtendWith(OutputCaptureExtension.class)
class UnknownPropertiesTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(CheckConfiguration.class);

	@Test
	void misspeltPropertyIsNamedWithWhatItMayMean(CapturedOutput output) {
		this.contextRunner.withPropertyValues("xmpp.jid=juliet@example.org", "xmpp.hots=example.org")
			.run((context) -> assertThat(output).contains("There is no property 'xmpp.hots'")
				.contains("Change it to 'xmpp.host'")
				.doesNotContain("'xmpp.jid'"));
	}

	@Test
	void propertiesThatAreBoundNeedNoMetadata() {
		this.contextRunner.withPropertyValues("xmpp.jid=juliet@example.org", "xmpp.sasl.mechanisms[0]=SCRAM-SHA-1")
			.run((context) -> assertThat(context.getBean(Checks.class).tasks()).isZero());
	}

	@Test
	void propertyThatOnlyAConditionReadsIsKnown(CapturedOutput output) {
		this.contextRunner.withPropertyValues("xmpp.wire-log.enabled=true").run((context) -> {
			assertThat(context.getBean(Checks.class).tasks()).isOne();
			assertThat(output).doesNotContain("There is no property");
		});
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(XmppProperties.class)
	static class CheckConfiguration {

		@Bean
		Checks checks() {
			return new Checks(new ArrayList<>());
		}

		@Bean
		UnknownProperties unknownProperties(Environment environment, ObjectProvider<BoundConfigurationProperties> bound,
				Checks checks) {
			return new UnknownProperties(environment, bound, checks);
		}

	}

	/**
	 * Runs checks at once, and counts them.
	 *
	 * @param done what was run
	 */
	record Checks(List<Runnable> done) implements Executor {

		@Override
		public void execute(Runnable task) {
			this.done.add(task);
			task.run();
		}

		int tasks() {
			return this.done.size();
		}

	}

}
