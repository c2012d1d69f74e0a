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

package io.github.xmppspring.handler;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.handler.Tickets.Close;
import io.github.xmppspring.handler.Tickets.Open;
import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.xml.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;

import org.springframework.aop.framework.autoproxy.BeanNameAutoProxyCreator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.core.annotation.AliasFor;
import org.springframework.messaging.Message;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.MessageExceptionHandler;

import static io.github.xmppspring.handler.Tickets.NAMESPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link IqHandlerMapping}.
 *
 * @author XMPP for Spring Boot contributors
 */
class IqHandlerMappingTests {

	private static final String BOTH = "get+set";

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void readsMappingsOfMethod(Class<?> handler, String types, String name) {
		try (HandlerContext context = new HandlerContext(Map.of("desk.namespace", NAMESPACE), handler).refresh()) {
			Stream<String> expected = types.equals(BOTH) ? Stream.of("get ", "set ") : Stream.of(types + " ");

			assertThat(context.mapping().mappings()).extracting((info) -> info.mapping().toString())
				.containsExactlyElementsOf(expected.map((type) -> type + "{" + NAMESPACE + "}" + name).toList());
		}
	}

	static Stream<Arguments> readsMappingsOfMethod() {
		return Stream.of(Arguments.of(ExactName.class, "set", "open"), Arguments.of(AnyName.class, BOTH, "*"),
				Arguments.of(NameOfArgument.class, BOTH, "open"), Arguments.of(NameOfMessage.class, BOTH, "open"),
				Arguments.of(NameInNamespaceOfArgument.class, BOTH, "open"),
				Arguments.of(NameAfterOtherArguments.class, BOTH, "close"),
				Arguments.of(DefaultsOfClass.class, "get", "list"), Arguments.of(Placeholder.class, BOTH, "*"),
				Arguments.of(OwnAnnotation.class, "set", "open"), Arguments.of(OnInterface.class, "get", "list"));
	}

	@Test
	void describesMethodAndBean() {
		try (HandlerContext context = new HandlerContext(ExactName.class).refresh()) {
			assertThat(context.mapping().mappings()).singleElement()
				.extracting(IqMappingInfo::handler)
				.isEqualTo(ExactName.class.getName() + ".handle(Open, Jid) of bean 'iqHandlerMappingTests.ExactName'");
		}
	}

	@Test
	@DisplayName("Q6: an exact name goes before any name in the namespace")
	void exactNameGoesBeforeAnyName() {
		try (HandlerContext context = new HandlerContext(ExactAndAnyName.class).refresh()) {
			assertThat(context.exchange(Tickets.get("list")).payload()).isEqualTo(Tickets.element("exact", ""));
			assertThat(context.exchange(Tickets.get("other")).payload()).isEqualTo(Tickets.element("any", ""));
		}
	}

	@Test
	@DisplayName("R4: ambiguous mappings fail at start-up, naming both methods")
	void twoMethodsForOneRequestFailStart() {
		try (HandlerContext context = new HandlerContext(ExactName.class, NameOfArgument.class)) {
			assertThatExceptionOfType(AmbiguousIqMappingException.class).isThrownBy(context::refresh)
				.satisfies((ex) -> {
					assertThat(ex.mapping()).isEqualTo(new IqMapping(IqType.SET, NAMESPACE, "open"));
					assertThat(Set.of(ex.firstHandler(), ex.secondHandler())).containsExactlyInAnyOrder(
							ExactName.class.getName() + ".handle(Open, Jid) of bean 'iqHandlerMappingTests.ExactName'",
							NameOfArgument.class.getName()
									+ ".handle(Open) of bean 'iqHandlerMappingTests.NameOfArgument'");
				})
				.withMessageContaining(ExactName.class.getName())
				.withMessageContaining(NameOfArgument.class.getName());
		}
	}

	@Test
	void twoBeansOfOneClassFailStart() {
		try (HandlerContext context = new HandlerContext(ExactName.class)) {
			context.context().registerBean("second", ExactName.class);

			assertThatExceptionOfType(AmbiguousIqMappingException.class).isThrownBy(context::refresh)
				.withMessageContaining("bean 'second'")
				.withMessageContaining("bean 'iqHandlerMappingTests.ExactName'");
		}
	}

	@Test
	void twoMethodsOfAnyNameFailStart() {
		try (HandlerContext context = new HandlerContext(AnyName.class, ExactAndAnyName.class)) {
			assertThatExceptionOfType(AmbiguousIqMappingException.class).isThrownBy(context::refresh)
				.satisfies((ex) -> assertThat(ex.mapping().name()).isNull());
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void methodThatNothingReachesFailsStart(Class<?> handler, String reason) {
		try (HandlerContext context = new HandlerContext(handler)) {
			assertThatExceptionOfType(InvalidIqMappingException.class).isThrownBy(context::refresh)
				.withMessageContaining(reason)
				.satisfies((ex) -> assertThat(ex.handler()).contains(handler.getName()))
				.satisfies((ex) -> assertThat(ex.reason()).contains(reason));
		}
	}

	static Stream<Arguments> methodThatNothingReachesFailsStart() {
		return Stream.of(Arguments.of(NoNamespace.class, "has no namespace"),
				Arguments.of(NameWithoutNamespace.class, "has no namespace"),
				Arguments.of(PrivateMethod.class, "is private"),
				Arguments.of(OnlyResponses.class, "a type other than get and set"),
				Arguments.of(OneResponse.class, "a type other than get and set"),
				Arguments.of(OtherNamespaceThanArgument.class, "has the namespace 'urn:example:other'"),
				Arguments.of(OtherNameThanArgument.class, "has the name 'close'"),
				Arguments.of(UnknownPlaceholder.class, "cannot be resolved"),
				Arguments.of(ManyValues.class, "returns many values"),
				Arguments.of(UnknownArgument.class, "has the argument java.lang.StringBuilder"),
				Arguments.of(UnknownReturnType.class, "returns java.lang.StringBuilder"),
				Arguments.of(UnknownValueOfFuture.class, "returns java.lang.String,"),
				Arguments.of(AmbiguousExceptionHandlers.class, "@MessageExceptionHandler methods"),
				Arguments.of(NoMethod.class, "on no method"));
	}

	@Test
	void argumentWithoutCodecFailsStartWithWaysToGiveItOne() {
		try (HandlerContext context = new HandlerContext(ArgumentWithoutCodec.class)) {
			assertThatExceptionOfType(InvalidIqMappingException.class).isThrownBy(context::refresh)
				.withMessageContaining(NotPayload.class.getName())
				.extracting(InvalidIqMappingException::remedy)
				.asString()
				.contains("@JsonRootName(value, namespace)", "tools.jackson.dataformat:jackson-dataformat-xml",
						"@XmlRootElement", "PayloadCodec bean", "Give @IqHandler a namespace");
		}
	}

	@Test
	void methodThatProxyHidesFailsStart() {
		try (HandlerContext context = new HandlerContext(HiddenByProxy.class, InterfaceProxies.class)) {
			assertThatExceptionOfType(InvalidIqMappingException.class).isThrownBy(context::refresh)
				.withMessageContaining("through the proxy");
		}
	}

	@Test
	void callsThroughInterfaceProxy() {
		try (HandlerContext context = new HandlerContext(OnInterface.class, InterfaceProxies.class).refresh()) {
			assertThat(context.exchange(Tickets.get("list")).type()).isEqualTo(IqType.RESULT);
		}
	}

	@Test
	void lazyBeanIsCreatedByFirstRequest() {
		try (HandlerContext context = new HandlerContext(LazyHandler.class).refresh()) {
			AtomicInteger created = context.bean(AtomicInteger.class);
			assertThat(created).hasValue(0);

			context.exchange(Tickets.get("list"));
			context.exchange(Tickets.get("list"));

			assertThat(created).hasValue(1);
		}
	}

	@Test
	void firstRequestAfterTheStopMakesNoBeans() {
		AtomicInteger made = new AtomicInteger();
		try (HandlerContext context = new HandlerContext(ListResponder.class)) {
			context.context().registerBean(Numbered.class, () -> new Numbered(made.incrementAndGet()));
			context.refresh();
			IqDispatcher dispatcher = context.dispatcher();
			context.context().close();

			assertThat(dispatcher.exchange(Tickets.get("number")).toCompletableFuture())
				.isCompletedWithValueMatching((reply) -> reply.type() == IqType.RESULT);
			assertThat(made).hasValue(1);
		}
	}

	@Test
	void prototypeBeanIsCreatedForEachRequest() {
		try (HandlerContext context = new HandlerContext(PrototypeHandler.class).refresh()) {
			assertThat(context.exchange(Tickets.get("list")).payload()).isEqualTo(Tickets.element("number", "1"));
			assertThat(context.exchange(Tickets.get("list")).payload()).isEqualTo(Tickets.element("number", "2"));
		}
	}

	@Test
	void scopedProxyIsMappedOnce() {
		try (HandlerContext context = new HandlerContext(ScopedHandler.class).refresh()) {
			assertThat(context.mapping().mappings()).hasSize(1);
			assertThat(context.exchange(Tickets.get("list")).type()).isEqualTo(IqType.RESULT);
		}
	}

	@Test
	void beanMethodsDeclareHandlers() {
		try (HandlerContext context = new HandlerContext(WithBeanMethod.class).refresh()) {
			assertThat(context.exchange(Tickets.get("list")).type()).isEqualTo(IqType.RESULT);
		}
	}

	@Test
	void responderIsMapped() {
		try (HandlerContext context = new HandlerContext(ListResponder.class).refresh()) {
			assertThat(context.exchange(Tickets.get("list")).payload()).isEqualTo(Tickets.element("responder", ""));
			assertThat(context.mapping().mappings())
				.containsExactly(new IqMappingInfo(ListResponder.MAPPING, ListResponder.class.getName(), 1, 0));
		}
	}

	@Test
	void responderAndMethodForOneRequestFailStart() {
		try (HandlerContext context = new HandlerContext(ListResponder.class, DefaultsOfClass.class)) {
			assertThatExceptionOfType(AmbiguousIqMappingException.class).isThrownBy(context::refresh);
		}
	}

	@Test
	void requestHasMappingOfItsHandler() {
		try (HandlerContext context = new HandlerContext(ExactName.class, AnyName.class).refresh()) {
			IqHandlerMapping mapping = context.mapping();

			assertThat(mapping.mappingOf(Tickets.open("broken")))
				.isEqualTo(new IqMapping(IqType.SET, NAMESPACE, "open"));
			assertThat(mapping.mappingOf(Tickets.get("whatever")))
				.isEqualTo(new IqMapping(IqType.GET, NAMESPACE, null));
			assertThat(mapping.mappingOf(Iq.get(Element.of("urn:example:nobody", "x")).build())).isNull();
		}
	}

	@Test
	void namespacesOfAllHandlersAreFeatures() {
		try (HandlerContext context = new HandlerContext(ExactName.class, OtherNamespace.class).refresh()) {
			assertThat(context.mapping().namespaces()).containsExactly("urn:example:other", NAMESPACE);
		}
	}

	static class ExactName {

		@IqHandler(namespace = NAMESPACE, name = "open", type = IqType.SET)
		void handle(Open open, Jid sender) {
		}

	}

	static class AnyName {

		@IqHandler(NAMESPACE)
		void handle(Element payload) {
		}

	}

	static class NameOfArgument {

		@IqHandler
		void handle(Open open) {
		}

	}

	static class NameOfMessage {

		@IqHandler
		void handle(Message<Open> open) {
		}

	}

	static class NameInNamespaceOfArgument {

		@IqHandler(NAMESPACE)
		void handle(Open open) {
		}

	}

	static class NameAfterOtherArguments {

		@IqHandler
		void handle(Iq request, @Header(XmppHeaders.FROM) Open sender, Element payload, Close close) {
		}

	}

	@IqHandler(namespace = NAMESPACE, name = "list", type = IqType.GET)
	static class DefaultsOfClass {

		@IqHandler
		void handle() {
		}

	}

	static class Placeholder {

		@IqHandler("${desk.namespace}")
		void handle() {
		}

	}

	@Retention(RetentionPolicy.RUNTIME)
	@IqHandler(namespace = NAMESPACE, type = IqType.SET)
	@interface Command {

		@AliasFor(annotation = IqHandler.class, attribute = "name")
		String value();

	}

	static class OwnAnnotation {

		@Command("open")
		void handle() {
		}

	}

	interface Desk {

		@IqHandler(namespace = NAMESPACE, name = "list", type = IqType.GET)
		void list();

	}

	static class OnInterface implements Desk {

		@Override
		public void list() {
		}

	}

	static class ExactAndAnyName {

		@IqHandler(namespace = NAMESPACE, name = "list")
		Element exact() {
			return Tickets.element("exact", "");
		}

		@IqHandler(NAMESPACE)
		Element any() {
			return Tickets.element("any", "");
		}

	}

	static class OtherNamespace {

		@IqHandler("urn:example:other")
		void handle() {
		}

	}

	static class NoNamespace {

		@IqHandler
		void handle(Element payload, Jid sender) {
		}

	}

	static class ArgumentWithoutCodec {

		@IqHandler
		void handle(Jid sender, NotPayload payload) {
		}

	}

	record NotPayload(String subject) {
	}

	static class NameWithoutNamespace {

		@IqHandler(name = "open")
		void handle(Element payload) {
		}

	}

	static class PrivateMethod {

		@IqHandler(NAMESPACE)
		@SuppressWarnings("UnusedMethod")
		private void handle() {
		}

	}

	static class OnlyResponses {

		@IqHandler(namespace = NAMESPACE, type = { IqType.RESULT, IqType.ERROR })
		void handle() {
		}

	}

	static class OneResponse {

		@IqHandler(namespace = NAMESPACE, type = { IqType.GET, IqType.RESULT })
		void handle() {
		}

	}

	static class OtherNamespaceThanArgument {

		@IqHandler("urn:example:other")
		void handle(Open open) {
		}

	}

	static class OtherNameThanArgument {

		@IqHandler(namespace = NAMESPACE, name = "close")
		void handle(Open open) {
		}

	}

	static class UnknownPlaceholder {

		@IqHandler("${no.such.property}")
		void handle() {
		}

	}

	static class UnknownArgument {

		@IqHandler(NAMESPACE)
		void handle(StringBuilder payload) {
		}

	}

	static class UnknownReturnType {

		@IqHandler(NAMESPACE)
		StringBuilder handle() {
			return new StringBuilder();
		}

	}

	static class UnknownValueOfFuture {

		@IqHandler(NAMESPACE)
		CompletionStage<String> handle() {
			return CompletableFuture.completedFuture("text");
		}

	}

	static class AmbiguousExceptionHandlers {

		@IqHandler(NAMESPACE)
		void handle() {
		}

		@MessageExceptionHandler(IllegalStateException.class)
		void one() {
		}

		@MessageExceptionHandler(IllegalStateException.class)
		void other() {
		}

	}

	static class ManyValues {

		@IqHandler(NAMESPACE)
		Flux<Element> handle() {
			return Flux.empty();
		}

	}

	@IqHandler(NAMESPACE)
	static class NoMethod {

		void handle() {
		}

	}

	static class HiddenByProxy implements Runnable {

		@IqHandler(NAMESPACE)
		void handle() {
		}

		@Override
		public void run() {
		}

	}

	@SuppressWarnings("serial")
	static class InterfaceProxies extends BeanNameAutoProxyCreator {

		InterfaceProxies() {
			setBeanNames("*.HiddenByProxy", "*.OnInterface");
		}

	}

	static class LazyHandler {

		@Bean
		AtomicInteger created() {
			return new AtomicInteger();
		}

		@Bean
		@Lazy
		DefaultsOfClass handler(AtomicInteger created) {
			created.incrementAndGet();
			return new DefaultsOfClass();
		}

	}

	static class PrototypeHandler {

		private final AtomicInteger created = new AtomicInteger();

		@Bean
		@Scope("prototype")
		Numbered handler() {
			return new Numbered(this.created.incrementAndGet());
		}

	}

	static class Numbered {

		private final int number;

		Numbered(int number) {
			this.number = number;
		}

		@IqHandler(NAMESPACE)
		Element handle() {
			return Tickets.element("number", String.valueOf(this.number));
		}

	}

	@Scope(scopeName = "prototype", proxyMode = ScopedProxyMode.TARGET_CLASS)
	static class ScopedHandler extends DefaultsOfClass {

	}

	static class WithBeanMethod {

		@Bean
		DefaultsOfClass handler() {
			return new DefaultsOfClass();
		}

	}

	static class ListResponder implements IqResponder {

		static final IqMapping MAPPING = new IqMapping(IqType.GET, NAMESPACE, "list");

		@Override
		public CompletionStage<Iq> exchange(Iq request) {
			return CompletableFuture.completedStage(request.result(Tickets.element("responder", "")));
		}

		@Override
		public Set<IqMapping> mappings() {
			return Set.of(MAPPING);
		}

	}

}
