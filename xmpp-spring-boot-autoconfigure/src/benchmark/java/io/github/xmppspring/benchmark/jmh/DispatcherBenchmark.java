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

package io.github.xmppspring.benchmark.jmh;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.autoconfigure.IqHandlerAutoConfiguration;
import io.github.xmppspring.autoconfigure.PayloadAutoConfiguration;
import io.github.xmppspring.handler.IqDispatcher;
import io.github.xmppspring.handler.XmppHeaders;
import io.github.xmppspring.handler.annotation.IqHandler;
import io.github.xmppspring.payload.record.XmppElement;
import io.github.xmppspring.payload.record.XmppPayload;
import io.github.xmppspring.payload.version.SoftwareVersion;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.IqType;
import io.github.xmppspring.xml.Element;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.Payload;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

/**
 * A request to its {@code @IqHandler} and the reply of that, for the usual lists of
 * arguments.
 *
 * @author XMPP for Spring Boot contributors
 */
public class DispatcherBenchmark extends ShortBenchmark {

	private static final String NAMESPACE = "urn:example:tickets";

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private IqDispatcher dispatcher;

	private Iq nothing;

	private Iq payload;

	private Iq payloadAndSender;

	private Iq stanza;

	private Iq payloadAndHeader;

	private Iq validPayload;

	@Setup
	public void start() {
		this.context.register(LocalValidatorFactoryBean.class, PayloadAutoConfiguration.class,
				IqHandlerAutoConfiguration.class, Desk.class);
		this.context.refresh();
		this.dispatcher = this.context.getBean(IqDispatcher.class);
		this.nothing = request("none");
		this.payload = request("open");
		this.payloadAndSender = request("claim");
		this.stanza = request("echo");
		this.payloadAndHeader = request("rate");
		this.validPayload = request("check");
	}

	private Iq request(String name) {
		Element payload = Element.builder(NAMESPACE, name)
			.child(Element.builder(NAMESPACE, "subject").text("No light on the balcony").build())
			.build();
		Iq request = Iq.set(payload).id("r1").from("juliet@example.org/balcony").to("desk@example.org/bot").build();
		Iq reply = this.dispatcher.exchange(request).toCompletableFuture().join();
		if (reply.type() != IqType.RESULT) {
			throw new IllegalStateException("The reply to " + name + " is " + reply);
		}
		return request;
	}

	@TearDown
	public void stop() {
		this.context.close();
	}

	@Benchmark
	public Object noArgument() {
		return this.dispatcher.exchange(this.nothing);
	}

	@Benchmark
	public Object payload() {
		return this.dispatcher.exchange(this.payload);
	}

	@Benchmark
	public Object payloadAndSender() {
		return this.dispatcher.exchange(this.payloadAndSender);
	}

	@Benchmark
	public Object stanza() {
		return this.dispatcher.exchange(this.stanza);
	}

	@Benchmark
	public Object payloadAndHeader() {
		return this.dispatcher.exchange(this.payloadAndHeader);
	}

	@Benchmark
	public Object validPayload() {
		return this.dispatcher.exchange(this.validPayload);
	}

	/**
	 * The handlers.
	 */
	@IqHandler(type = IqType.SET, namespace = NAMESPACE)
	static class Desk {

		private final SoftwareVersion answer = SoftwareVersion.of("desk", "1.0");

		@IqHandler(name = "none")
		SoftwareVersion none() {
			return this.answer;
		}

		@IqHandler
		SoftwareVersion open(@Payload Open ticket) {
			return answer(ticket.subject());
		}

		@IqHandler
		SoftwareVersion claim(@Payload Claim ticket, Jid sender) {
			return answer(ticket.subject() + sender.local());
		}

		@IqHandler(name = "echo")
		Iq echo(Iq request) {
			return request.result(request.payload());
		}

		@IqHandler
		SoftwareVersion rate(@Payload Rate ticket, @Header(XmppHeaders.ID) String id) {
			return answer(ticket.subject() + id);
		}

		@IqHandler
		SoftwareVersion check(@Valid @Payload Check ticket) {
			return answer(ticket.subject());
		}

		private SoftwareVersion answer(String seen) {
			if (seen.isEmpty()) {
				throw new IllegalStateException("Nothing came");
			}
			return this.answer;
		}

	}

	@XmppPayload(namespace = NAMESPACE, name = "open")
	record Open(@XmppElement String subject) {

	}

	@XmppPayload(namespace = NAMESPACE, name = "claim")
	record Claim(@XmppElement String subject) {

	}

	@XmppPayload(namespace = NAMESPACE, name = "rate")
	record Rate(@XmppElement String subject) {

	}

	@XmppPayload(namespace = NAMESPACE, name = "check")
	record Check(@XmppElement @NotBlank String subject) {

	}

}
