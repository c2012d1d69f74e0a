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

package io.github.xmppspring.test;

import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.xml.Element;

import org.springframework.util.Assert;

/**
 * A request that a peer has received and that waits for its reply.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class PeerRequest implements PeerReply {

	private final Iq iq;

	private final CompletableFuture<Iq> reply = new CompletableFuture<>();

	PeerRequest(Iq iq) {
		this.iq = iq;
	}

	/**
	 * The request.
	 * @return a stanza of type get or set
	 */
	public Iq iq() {
		return this.iq;
	}

	/**
	 * What is asked.
	 * @return the payload of the request
	 */
	public Element payload() {
		Element payload = this.iq.payload();
		Assert.state(payload != null, "A request has a payload");
		return payload;
	}

	@Override
	public void replyWith(UnaryOperator<Iq> reply) {
		Iq response = reply.apply(this.iq);
		Assert.state(this.reply.complete(response), () -> "The request has its reply already: " + this.iq);
	}

	void fail(Throwable cause) {
		this.reply.completeExceptionally(cause);
	}

	CompletableFuture<Iq> future() {
		return this.reply;
	}

	@Override
	public String toString() {
		return TestXml.format(this.iq.toElement());
	}

}
