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

package io.github.xmppspring.connection;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.benchmark.jmh.ShortBenchmark;
import io.github.xmppspring.stanza.Iq;
import io.github.xmppspring.xml.Element;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Registers a request and pairs it with its response, while others wait.
 *
 * @author XMPP for Spring Boot contributors
 */
public class IqCorrelatorBenchmark extends ShortBenchmark {

	private static final Jid PEER = Jid.of("peer@example.org/desk");

	private static final Jid SELF = Jid.of("bench@localhost/b");

	@Param({ "1", "100", "10000", "100000" })
	private int pending;

	private final OwnAddresses own = new ClientAddress(SELF);

	private final IqCorrelator correlator = new IqCorrelator(false);

	private final Iq request = Iq.get(Element.of("urn:xmpp:ping", "ping")).id("measured").to(PEER).build();

	private final Iq response = this.request.withFrom(SELF).result();

	@Setup
	public void letOthersWait() {
		for (int i = 1; i < this.pending; i++) {
			this.correlator.register(new PendingIq(this.request, "other-" + i), this.own);
		}
	}

	@Benchmark
	public Iq registerAndComplete() {
		PendingIq waiting = new PendingIq(this.request, "measured");
		this.correlator.register(waiting, this.own);
		this.correlator.complete(this.response, this.own);
		return waiting.join();
	}

}
