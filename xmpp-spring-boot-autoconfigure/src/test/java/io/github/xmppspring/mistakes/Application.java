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

package io.github.xmppspring.mistakes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.xmppspring.autoconfigure.DiscoAutoConfiguration;
import io.github.xmppspring.autoconfigure.IqHandlerAutoConfiguration;
import io.github.xmppspring.autoconfigure.IqTemplateAutoConfiguration;
import io.github.xmppspring.autoconfigure.MessagingAutoConfiguration;
import io.github.xmppspring.autoconfigure.PayloadAutoConfiguration;
import io.github.xmppspring.autoconfigure.PubSubAutoConfiguration;
import io.github.xmppspring.autoconfigure.WireLogAutoConfiguration;
import io.github.xmppspring.autoconfigure.XmppAutoConfiguration;
import io.github.xmppspring.autoconfigure.embedded.EmbeddedXmppServerAutoConfiguration;
import io.github.xmppspring.autoconfigure.health.XmppHealthContributorAutoConfiguration;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.context.TestXmppConnection;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;
import static org.awaitility.Awaitility.await;

/**
 * An application with a mistake.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Application {

	private static final Pattern ANALYSIS = Pattern
		.compile("APPLICATION FAILED TO START.*?Description:\\s+(.*?)\\R\\RAction:\\R\\R(.*?)\\R", Pattern.DOTALL);

	private static final Pattern WARNING = Pattern.compile(" WARN .*? : ([TB][^\\n]* no [^\\n]*?)\\. ([A-Z][^\\n]*)");

	private final List<ApplicationContextInitializer<GenericApplicationContext>> initializers = new ArrayList<>();

	private final List<String> arguments = new ArrayList<>(List.of("--spring.main.banner-mode=off"));

	private Application(String... properties) {
		properties(properties);
	}

	/**
	 * An application without a network.
	 * @param properties its properties
	 * @return the application
	 */
	static Application local(String... properties) {
		return new Application(properties).with(XmppConnection.class, new TestXmppConnection());
	}

	/**
	 * An application that connects, and does not start without a connection.
	 * @param properties its properties
	 * @return the application
	 */
	static Application connecting(String... properties) {
		Application application = new Application(properties);
		application.arguments.add("--xmpp.connect-mode=fail-fast");
		return application;
	}

	Application properties(String... properties) {
		for (String property : properties) {
			this.arguments.add("--" + property);
		}
		return this;
	}

	<T> Application with(Class<T> type, T bean) {
		return with(type, "the" + type.getSimpleName(), bean);
	}

	<T> Application with(Class<T> type, String name, T bean) {
		return supplied(type, name, () -> bean);
	}

	<T> Application supplied(Class<T> type, String name, Supplier<? extends T> bean) {
		this.initializers.add((context) -> context.registerBean(name, type, bean::get));
		return this;
	}

	Application with(Class<?>... beans) {
		this.initializers.add((context) -> {
			for (Class<?> bean : beans) {
				context.registerBean(StringUtils.uncapitalize(bean.getSimpleName()), bean);
			}
		});
		return this;
	}

	AutoCloseable start() {
		return application().run(this.arguments.toArray(String[]::new));
	}

	/**
	 * Does not start.
	 * @return why
	 */
	Exception fail() {
		Exception failure = catchException(() -> application().run(this.arguments.toArray(String[]::new)).close());
		assertThat(failure).as("the failed start").isNotNull();
		return failure;
	}

	/**
	 * Does not start.
	 * @param output what is printed
	 * @return the failure analysis
	 */
	Words failure(CapturedOutput output) {
		fail();
		return analysis(output);
	}

	static Words analysis(CapturedOutput output) {
		Matcher matcher = ANALYSIS.matcher(output);
		assertThat(matcher.find()).as("failure analysis in " + output).isTrue();
		return Words.of(matcher.group(1), matcher.group(2));
	}

	/**
	 * Starts, and warns.
	 * @param output what is printed
	 * @return the warning
	 */
	Words warning(CapturedOutput output) {
		application().run(this.arguments.toArray(String[]::new)).close();
		await().atMost(Duration.ofSeconds(10)).until(() -> WARNING.matcher(output).find());
		Matcher matcher = WARNING.matcher(output);
		assertThat(matcher.find()).isTrue();
		return Words.of(matcher.group(1) + ".", matcher.group(2));
	}

	private SpringApplication application() {
		SpringApplication application = new SpringApplication(Configurations.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		this.initializers.forEach(application::addInitializers);
		return application;
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ PropertyPlaceholderAutoConfiguration.class, SslAutoConfiguration.class,
			EmbeddedXmppServerAutoConfiguration.class, XmppAutoConfiguration.class, PayloadAutoConfiguration.class,
			IqTemplateAutoConfiguration.class, IqHandlerAutoConfiguration.class, MessagingAutoConfiguration.class,
			PubSubAutoConfiguration.class, DiscoAutoConfiguration.class, WireLogAutoConfiguration.class,
			XmppHealthContributorAutoConfiguration.class })
	static class Configurations {

	}

}
