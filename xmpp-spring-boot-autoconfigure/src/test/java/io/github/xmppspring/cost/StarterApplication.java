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

package io.github.xmppspring.cost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.negotiation.NegotiationListener;
import io.github.xmppspring.negotiation.ServerService;
import io.github.xmppspring.negotiation.StreamInitiation;
import io.github.xmppspring.negotiation.client.StreamNegotiation;
import io.github.xmppspring.negotiation.client.TlsMode;
import io.github.xmppspring.negotiation.client.TlsSettings;
import io.github.xmppspring.payload.version.SoftwareVersion;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.template.IqOperations;
import io.netty.channel.ChannelPipeline;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskDecorator;

/**
 * An application with the starter and its defaults, connected to a {@link Reflector}. It
 * is without what the starter does where it finds Micrometer.
 *
 * @author XMPP for Spring Boot contributors
 */
final class StarterApplication implements AutoCloseable {

	private static final Set<String> EXECUTORS = Set.of("iqHandlerExecutor", "xmppCallbackExecutor");

	private final Reflector peer = new Reflector();

	private final Work work = new Work();

	private final ConfigurableApplicationContext context;

	StarterApplication() {
		String exclusions = StreamSupport
			.stream(ImportCandidates.load(AutoConfiguration.class, null).spliterator(), false)
			.filter((candidate) -> candidate.matches(".*\\.(observation|metrics|micrometer)\\..*"))
			.collect(Collectors.joining(","));
		this.context = new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties("xmpp.jid=" + Reflector.ADDRESS, "xmpp.host=127.0.0.1", "xmpp.port=" + this.peer.port(),
					"xmpp.connect-mode=fail-fast", "spring.main.banner-mode=off", "spring.docker.compose.enabled=false",
					"logging.level.root=warn", "spring.autoconfigure.exclude=" + exclusions)
			.initializers((context) -> count(context.getBeanFactory()))
			.run();
	}

	private void count(ConfigurableListableBeanFactory beans) {
		beans.registerSingleton("work", this.work);
		beans.addBeanPostProcessor(new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return EXECUTORS.contains(name) ? StarterApplication.this.work.counted(name, (Executor) bean) : bean;
			}

		});
	}

	Reflector peer() {
		return this.peer;
	}

	IqOperations iq() {
		return this.context.getBean(IqOperations.class);
	}

	Work work() {
		return this.work;
	}

	@Override
	public void close() {
		this.context.close();
		try {
			this.peer.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A stream that is opened as usual, and counted.
	 */
	private record CountedInitiation(StreamInitiation target, Work work) implements StreamInitiation {

		@Override
		public Jid account() {
			return this.target.account();
		}

		@Override
		public String contentNamespace() {
			return this.target.contentNamespace();
		}

		@Override
		public ServerService service() {
			return this.target.service();
		}

		@Override
		public void initialize(ChannelPipeline pipeline, NegotiationListener listener) {
			this.target.initialize(pipeline, listener);
			pipeline.addFirst(this.work.handler());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		StreamInitiation streamInitiation(Work work) {
			return new CountedInitiation(StreamNegotiation.builder(Jid.of(Reflector.ADDRESS))
				.mechanisms(List.of("ANONYMOUS"))
				.tls(TlsSettings.of(TlsMode.DISABLED))
				.build(), work);
		}

		@Bean
		TaskDecorator xmppTaskDecorator() {
			return (task) -> task;
		}

		@Bean
		Desk desk() {
			return new Desk();
		}

	}

	/**
	 * The handler of the application.
	 */
	@IqHandler
	static class Desk {

		@IqHandler(type = IqType.GET)
		SoftwareVersion version(SoftwareVersion request) {
			return SoftwareVersion.of("desk", "1.0");
		}

	}

}
