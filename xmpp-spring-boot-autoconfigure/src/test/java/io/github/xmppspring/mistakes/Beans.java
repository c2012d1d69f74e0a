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

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import javax.xml.namespace.QName;

import io.github.xmppspring.autoconfigure.StreamNegotiationBuilderCustomizer;
import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.negotiation.Negotiation;
import io.github.xmppspring.negotiation.StreamContext;
import io.github.xmppspring.negotiation.StreamFeature;
import io.github.xmppspring.negotiation.StreamMilestone;
import io.github.xmppspring.negotiation.client.StreamNegotiation;
import io.github.xmppspring.payload.Extensions;
import io.github.xmppspring.payload.record.XmppAttribute;
import io.github.xmppspring.payload.record.XmppContent;
import io.github.xmppspring.payload.record.XmppElement;
import io.github.xmppspring.payload.record.XmppPayload;
import io.github.xmppspring.payload.record.XmppText;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.xml.Element;
import reactor.core.publisher.Flux;

import org.springframework.messaging.handler.annotation.MessageExceptionHandler;

/**
 * Beans and payloads with mistakes.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Beans {

	private Beans() {
	}

	static class One {

		@IqHandler("urn:a")
		void one() {
		}

	}

	static class Other {

		@IqHandler(namespace = "urn:a", type = IqType.GET)
		void other() {
		}

	}

	static class PrivateMethod {

		@IqHandler("urn:a")
		@SuppressWarnings("UnusedMethod")
		private void handle() {
		}

	}

	static class OnlyResponses {

		@IqHandler(namespace = "urn:a", type = IqType.RESULT)
		void handle() {
		}

	}

	static class NoNamespace {

		@IqHandler
		void handle() {
		}

	}

	static class NoNamespaceOfArgument {

		@IqHandler
		void handle(Plain argument) {
		}

	}

	static class OtherNamespace {

		@IqHandler("urn:other")
		void handle(Question question) {
		}

	}

	static class OtherName {

		@IqHandler(namespace = "urn:a", name = "other")
		void handle(Question question) {
		}

	}

	static class UnknownPlaceholder {

		@IqHandler("${my.namespace}")
		void handle() {
		}

	}

	static class EmptyPlaceholder {

		@IqHandler("${my.namespace:}")
		void handle() {
		}

	}

	static class UnknownArgument {

		@IqHandler("urn:a")
		void handle(Plain argument) {
		}

	}

	static class InvalidArgument {

		@IqHandler("urn:a")
		void handle(Unknown argument) {
		}

	}

	static class UnknownReturn {

		@IqHandler("urn:a")
		Plain handle() {
			return new Plain();
		}

	}

	static class UnknownFuture {

		@IqHandler("urn:a")
		CompletionStage<String> handle() {
			return CompletableFuture.completedFuture("text");
		}

	}

	static class InvalidReturn {

		@IqHandler("urn:a")
		Unknown handle() {
			return new Unknown("");
		}

	}

	static class ManyValues {

		@IqHandler("urn:a")
		Flux<Element> handle() {
			return Flux.empty();
		}

	}

	// The methods of one class would be named in any order
	static class Failures {

		@MessageExceptionHandler(IllegalStateException.class)
		void other() {
		}

	}

	static class AmbiguousFailures extends Failures {

		@IqHandler("urn:a")
		void handle() {
		}

		@MessageExceptionHandler(IllegalStateException.class)
		void one() {
		}

	}

	static class Plain {

		private final String text = "";

		@Override
		public String toString() {
			return this.text;
		}

	}

	@IqHandler("urn:a")
	static class NoMethod {

	}

	/**
	 * What a proxy of {@link NotInInterface} has.
	 */
	interface Greeting {

		void greet();

	}

	static class NotInInterface implements Greeting {

		@Override
		public void greet() {
		}

		@IqHandler("urn:a")
		void handle() {
		}

	}

	@XmppPayload(namespace = "urn:a")
	record Question() {

	}

	@XmppPayload(namespace = "urn:a", name = "question")
	record Answer() {

	}

	@XmppPayload(namespace = "urn:a")
	record Unknown(Object anything) {

	}

	record NotAnnotated() {

	}

	@XmppPayload(namespace = "urn:a", name = "a b")
	record WrongName() {

	}

	@XmppPayload(namespace = "urn:a")
	record WrongComponentName(@XmppElement("a b") String text) {

	}

	@XmppPayload(namespace = "urn:a")
	record TwoAnnotations(@XmppAttribute @XmppText String text) {

	}

	@XmppPayload(namespace = "urn:a")
	record SameTwice(String text, @XmppElement("text") String other) {

	}

	@XmppPayload(namespace = "urn:a")
	record AnnotatedExtensions(@XmppContent Extensions extensions) {

	}

	@XmppPayload(namespace = "urn:a")
	record RecordAsAttribute(@XmppAttribute Question question) {

	}

	@XmppPayload(namespace = "urn:a")
	record ValueAsContent(@XmppContent String text) {

	}

	@XmppPayload(namespace = "urn:a")
	record ListOfLists(List<List<String>> texts) {

	}

	static final class Feature implements StreamFeature {

		@Override
		public QName name() {
			return new QName("urn:a", "feature");
		}

		@Override
		public Set<StreamMilestone> needs() {
			return Set.of();
		}

		@Override
		public Set<StreamMilestone> forbids() {
			return Set.of();
		}

		@Override
		public Negotiation negotiate(StreamContext stream, Element offer) {
			throw new UnsupportedOperationException();
		}

	}

	static final class Customizer implements StreamNegotiationBuilderCustomizer {

		@Override
		public void customize(StreamNegotiation.Builder builder) {
		}

	}

}
