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

package io.github.xmppspring.script;

import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import io.github.xmppspring.negotiation.StreamInitiation;
import io.github.xmppspring.roster.RosterOperations;
import io.github.xmppspring.template.IqOperations;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Runs a script: starts its server and an application with its handlers, and takes step
 * after step.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ScriptRunner {

	private static final String AUTO_CONFIGURATIONS = "io.github.xmppspring.autoconfigure.";

	private final Script script;

	private final String[] properties;

	private ScriptRunner(Script script, String... properties) {
		this.script = script;
		this.properties = properties;
	}

	/**
	 * Run a script.
	 * @param script the script
	 * @param properties settings of the application
	 * @return what has happened
	 * @throws AssertionError if something goes otherwise than the script says
	 */
	static ScriptRun run(Script script, String... properties) {
		return new ScriptRunner(script, properties).run();
	}

	private ScriptRun run() {
		AtomicReference<@Nullable ScriptRun> run = new AtomicReference<>();
		ClientWire wire = new ClientWire();
		try (ScriptedServer server = new ScriptedServer(this.script)) {
			AtomicReference<Calls> calls = new AtomicReference<>();
			application(server, wire, calls).run((context) -> {
				if (context.getStartupFailure() != null) {
					throw new IllegalStateException("The application does not start", context.getStartupFailure());
				}
				assumeTrue(!this.script.needsRoster() || context.getBeanNamesForType(RosterOperations.class).length > 0,
						"There is no roster");
				calls.set(new Calls(this.script, context.getBean(IqOperations.class)));
				StateChecks checks = new StateChecks(context, calls.get());
				run.set(new ScriptSteps(this.script, server, wire, calls.get(), checks).run());
			});
		}
		ScriptRun result = run.get();
		Assert.state(result != null, "The script has not run");
		return result;
	}

	private ApplicationContextRunner application(ScriptedServer server, ClientWire wire, AtomicReference<Calls> calls) {
		ApplicationContextRunner runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(autoConfigurations()))
			.withBean(WireInsertion.class, () -> new WireInsertion(wire))
			.withPropertyValues("xmpp.mode=" + this.script.mode(), "xmpp.jid=" + this.script.self(),
					"xmpp.password=" + ScriptedServer.PASSWORD, "xmpp.host=127.0.0.1", "xmpp.port=" + server.port(),
					"xmpp.ssl.mode=disabled", "xmpp.connect-mode=fail-fast", "xmpp.reconnect.enabled=false",
					"xmpp.shutdown.drain-timeout=0s")
			.withPropertyValues(this.properties);
		return IntStream.range(0, this.script.handlers().size())
			.filter((i) -> !this.script.handlers().get(i).path("does").asString("").equals("builtin-roster"))
			.mapToObj((i) -> ScriptHandler.create(this.script.handlers().get(i), calls::get))
			.reduce(runner, ScriptRunner::withHandler, (a, b) -> a);
	}

	@SuppressWarnings("unchecked")
	private static ApplicationContextRunner withHandler(ApplicationContextRunner runner, ScriptHandler handler) {
		return runner.withBean("handler" + System.identityHashCode(handler), (Class<ScriptHandler>) handler.getClass(),
				() -> handler);
	}

	private static Class<?>[] autoConfigurations() {
		ClassLoader loader = ScriptRunner.class.getClassLoader();
		return ImportCandidates.load(AutoConfiguration.class, loader)
			.getCandidates()
			.stream()
			.filter((name) -> name.startsWith(AUTO_CONFIGURATIONS))
			.map((name) -> ClassUtils.resolveClassName(name, loader))
			.toArray(Class<?>[]::new);
	}

	/**
	 * Puts the wire under the streams of the application.
	 *
	 * @param wire the wire
	 */
	private record WireInsertion(ClientWire wire) implements BeanPostProcessor {

		@Override
		public Object postProcessAfterInitialization(Object bean, String beanName) {
			return (bean instanceof StreamInitiation initiation) ? this.wire.under(initiation) : bean;
		}

	}

}
