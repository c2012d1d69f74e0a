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

package io.github.xmppspring.aot;

import java.lang.reflect.Constructor;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.aot.Restaurant.Waiter;
import io.github.xmppspring.aot.menu.Dish;
import io.github.xmppspring.autoconfigure.XmppProperties;
import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.payload.version.SoftwareVersion;
import io.github.xmppspring.roster.RosterOperations;
import io.github.xmppspring.server.EmbeddedXmppServer;
import io.github.xmppspring.server.HostedEntity;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.StanzaErrorCondition;
import io.github.xmppspring.template.IqOperations;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.Test;

import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.TestCompiler;
import org.springframework.javapoet.ClassName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.aot.hint.predicate.RuntimeHintsPredicates.reflection;

/**
 * Tests that an application does the same when it is processed ahead of time: what is
 * generated for it is compiled and run.
 *
 * @author XMPP for Spring Boot contributors
 */
class AheadOfTimeTests {

	private static final String NAMESPACE = "urn:example:restaurant";

	@Test
	@CompileWithForkedClassLoader
	void clientAnswersAndAsks() {
		run((context) -> {
			Jid self = address(context);
			try (HostedEntity guest = guest(context)) {
				assertThat(ask(guest, self, Iq.set(order("<dish name='soup' size='large'/>"))).payload())
					.isEqualTo(bill(guest));
				assertThat(ask(guest, self, Iq.set(order(""))).error().condition())
					.isEqualTo(StanzaErrorCondition.NOT_ACCEPTABLE);
				assertThat(ask(guest, self,
						Iq.get(Element.parse("<dish xmlns='urn:example:menu'><name>fish</name></dish>")))
					.payload())
					.isEqualTo(Element.parse("<dish xmlns='urn:example:menu'><name>fish soup</name></dish>"));
				assertThat(ask(guest, self,
						Iq.get(Element.parse("<table xmlns='" + NAMESPACE + "'><seats>3</seats></table>")))
					.payload()).isEqualTo(Element.parse("<table xmlns='" + NAMESPACE + "'><seats>4</seats></table>"));
				assertThat(context.getBean(IqOperations.class)
					.get(SoftwareVersion.request())
					.to(guest.address())
					.retrieve(SoftwareVersion.class)
					.name()).isEqualTo("Guest");
			}
		}, "xmpp.embedded.enabled=true", "xmpp.jid=waiter@localhost/inn");
	}

	@Test
	@CompileWithForkedClassLoader
	void componentAnswers() {
		run((context) -> {
			try (HostedEntity guest = guest(context)) {
				assertThat(ask(guest, Jid.of("inn.localhost"), Iq.set(order("<dish name='soup' size='small'/>")))
					.payload()).isEqualTo(bill(guest));
			}
			assertThat(context.getBeanNamesForType(RosterOperations.class)).isEmpty();
		}, "xmpp.embedded.enabled=true", "xmpp.mode=component", "xmpp.jid=inn.localhost", "xmpp.password=secret");
	}

	@Test
	void hintsAreForWhatIsReflectedOn() throws ReflectiveOperationException {
		TestGenerationContext generation = new TestGenerationContext(Restaurant.class);
		new ApplicationContextAotGenerator()
			.processAheadOfTime(application(TestPropertyValues.of("xmpp.embedded.enabled=true")), generation);
		generation.writeGeneratedContent();

		assertThat(reflection()
			.onMethodInvocation(Waiter.class.getDeclaredMethod("order", Restaurant.Order.class, Jid.class))
			.and(reflection().onMethodInvocation(Waiter.class, "nothing"))
			.and(reflection().onConstructorInvocation(constructor(Restaurant.Order.class)))
			.and(reflection().onMethodInvocation(Restaurant.Order.class, "dish"))
			.and(reflection().onConstructorInvocation(constructor(Restaurant.OrderedDish.class)))
			.and(reflection().onMethodInvocation(Restaurant.OrderedDish.class, "size"))
			.and(reflection().onMethodInvocation(Restaurant.Size.class, "values"))
			.and(reflection().onConstructorInvocation(constructor(Restaurant.Bill.class)))
			.and(reflection().onConstructorInvocation(constructor(Restaurant.Table.class)))
			.and(reflection().onConstructorInvocation(Dish.class.getConstructor()))
			.and(reflection().onFieldAccess(Dish.class, "name"))
			.and(reflection().onType(Class.forName(Dish.class.getPackageName() + ".package-info")))
			.and(reflection().onMethodInvocation(XmppProperties.class, "setJid"))
			.and(reflection().onMethodInvocation(Jid.class.getMethod("of", String.class))))
			.accepts(generation.getRuntimeHints());
	}

	private static Constructor<?> constructor(Class<?> type) {
		return type.getDeclaredConstructors()[0];
	}

	private static Jid address(GenericApplicationContext context) {
		return context.getBean(XmppConnection.class).status().stream().jid();
	}

	private static HostedEntity guest(GenericApplicationContext context) {
		Element software = SoftwareVersion.CODEC.write(SoftwareVersion.of("Guest", "1"));
		return context.getBean(EmbeddedXmppServer.class)
			.host(Jid.of("juliet@localhost/balcony"),
					(request) -> CompletableFuture.completedStage(request.result(software)));
	}

	private static Iq ask(HostedEntity guest, Jid application, Iq.Builder request) {
		return guest.exchange(request.to(application).build()).toCompletableFuture().join();
	}

	private static Element order(String dishes) {
		return Element.parse("<order xmlns='%s'>%s</order>".formatted(NAMESPACE, dishes));
	}

	private static Element bill(HostedEntity guest) {
		return Element.parse("<bill xmlns='%s' guest='%s' dishes='1'/>".formatted(NAMESPACE, guest.address()));
	}

	private static void run(Consumer<GenericApplicationContext> test, String... properties) {
		TestPropertyValues values = TestPropertyValues.of(properties).and("xmpp.connect-mode=fail-fast");
		try (GenericApplicationContext plain = application(values)) {
			plain.refresh();
			test.accept(plain);
		}
		TestGenerationContext generation = new TestGenerationContext(Restaurant.class);
		ClassName initializer = new ApplicationContextAotGenerator().processAheadOfTime(application(values),
				generation);
		generation.writeGeneratedContent();
		TestCompiler.forSystem().with(generation).compile((compiled) -> {
			try (GenericApplicationContext context = new GenericApplicationContext()) {
				values.applyTo(context);
				initializer(compiled.getInstance(ApplicationContextInitializer.class, initializer.toString()))
					.initialize(context);
				context.refresh();
				test.accept(context);
			}
		});
	}

	private static GenericApplicationContext application(TestPropertyValues values) {
		AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext();
		values.applyTo(application);
		application.register(Restaurant.class);
		return application;
	}

	@SuppressWarnings("unchecked")
	private static ApplicationContextInitializer<GenericApplicationContext> initializer(
			ApplicationContextInitializer<?> initializer) {
		return (ApplicationContextInitializer<GenericApplicationContext>) initializer;
	}

}
