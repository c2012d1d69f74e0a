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

package io.github.xmppspring.health;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.xmppspring.connection.XmppConnection;
import io.github.xmppspring.context.FailureDescription;
import io.github.xmppspring.negotiation.NegotiatedStream;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.stanza.NonBlockingThread;
import io.github.xmppspring.xml.Element;

import org.springframework.util.Assert;

/**
 * Asks the server whether it is there (XEP-0199). Whatever it answers says that it is, an
 * error as well. The question waits for a connection no longer than for its answer, and
 * is asked past filters: it is no request of the application.
 *
 * @param timeout how long to wait for the answer
 * @author XMPP for Spring Boot contributors
 */
record ServerPing(Duration timeout) {

	ServerPing {
		Assert.isTrue(timeout.toMillis() > 0, "'timeout' must be at least a millisecond");
	}

	/**
	 * Asks, and waits for the answer.
	 * @param connection the connection
	 * @param stream its stream. Its domain is the server of a client; a component is its
	 * own domain, and the way from there to there leads through the server
	 * @return what came of it
	 */
	Outcome ask(XmppConnection connection, NegotiatedStream stream) {
		Assert.state(!(Thread.currentThread() instanceof NonBlockingThread),
				"This thread carries the stanzas of a connection and must not wait for one");
		Iq request = Iq.get(Element.of("urn:xmpp:ping", "ping")).to(stream.jid().domainJid()).build();
		long start = System.nanoTime();
		CompletableFuture<Iq> answer = connection.exchange(request).toCompletableFuture();
		try {
			answer.get(this.timeout.toMillis(), TimeUnit.MILLISECONDS);
			return new Outcome(true, Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
		}
		catch (TimeoutException ex) {
			return new Outcome(false, "No answer within " + this.timeout.toMillis() + " ms");
		}
		catch (ExecutionException ex) {
			Throwable cause = ex.getCause();
			return new Outcome(false, FailureDescription.of((cause != null) ? cause : ex).text());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new Outcome(false, "Interrupted");
		}
		finally {
			answer.cancel(false);
		}
	}

	/**
	 * What came of a question.
	 *
	 * @param answered whether there was an answer
	 * @param text how long it took, or why there was none
	 */
	record Outcome(boolean answered, String text) {

	}

}
