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

package io.github.xmppspring.benchmark.load;

import java.util.ArrayList;
import java.util.List;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.context.XmppConnectionLifecycle;
import io.github.xmppspring.payload.ping.Ping;
import io.github.xmppspring.payload.roster.Roster;
import io.github.xmppspring.payload.version.SoftwareVersion;
import io.github.xmppspring.template.IqOperations;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The starter in a Boot application, with its defaults.
 *
 * @author XMPP for Spring Boot contributors
 */
final class StarterPeer implements Peer {

	/**
	 * The default of xmpp.iq.handler.max-pending.
	 */
	private static final int MAX_PENDING = 1000;

	private @Nullable ConfigurableApplicationContext context;

	private @Nullable IqOperations iq;

	private @Nullable Jid domain;

	@Override
	public void prepare(Login login, Load load) {
		this.domain = Jid.of(login.domain());
		this.context = new SpringApplicationBuilder(StarterApplication.class).web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.registerShutdownHook(false)
			.run(arguments(login, load));
		this.iq = this.context.getBean(IqOperations.class);
		lifecycle().stop();
	}

	private static String[] arguments(Login login, Load load) {
		List<String> arguments = new ArrayList<>(List.of("--logging.level.root=warn", "--xmpp.connect-mode=fail-fast",
				"--xmpp.jid=" + login.user() + "@" + login.domain() + "/" + login.resource(),
				"--xmpp.password=" + login.password(), "--xmpp.host=" + login.host(), "--xmpp.port=" + login.port()));
		if (login.isTls()) {
			arguments.addAll(List.of("--xmpp.ssl.bundle=benchmark",
					"--spring.ssl.bundle.jks.benchmark.truststore.location=file:" + login.trustStore(),
					"--spring.ssl.bundle.jks.benchmark.truststore.type=PKCS12",
					"--spring.ssl.bundle.jks.benchmark.truststore.password=" + Login.STORE_PASSWORD));
		}
		else {
			arguments.add("--xmpp.ssl.mode=disabled");
		}
		if (load.operation() == Operation.RESPOND && load.inFlight() > MAX_PENDING) {
			arguments.add("--xmpp.iq.handler.max-pending=" + load.inFlight());
		}
		return arguments.toArray(new String[0]);
	}

	private XmppConnectionLifecycle lifecycle() {
		return this.context.getBean(XmppConnectionLifecycle.class);
	}

	@Override
	public void connect() {
		lifecycle().start();
	}

	@Override
	public void disconnect() {
		lifecycle().stop();
	}

	@Override
	public void close() {
		this.context.close();
	}

	@Override
	public void request(Payload payload, Slot slot) {
		switch (payload) {
			case PING ->
				this.iq.get(new Ping()).to(this.domain).executeAsync().whenComplete((result, ex) -> slot.ended(0, ex));
			case VERSION -> this.iq.get(SoftwareVersion.request())
				.to(this.domain)
				.retrieveAsync(SoftwareVersion.class)
				.whenComplete((result, ex) -> slot.ended((result != null) ? weigh(result) : -1, ex));
			case ROSTER -> this.iq.get(Roster.get())
				.retrieveAsync(Roster.class)
				.whenComplete((result, ex) -> slot.ended((result != null) ? result.items().size() : -1, ex));
		}
	}

	@Override
	public int requestAndWait(Payload payload) {
		return switch (payload) {
			case PING -> {
				this.iq.get(new Ping()).to(this.domain).execute();
				yield 0;
			}
			case VERSION ->
				weigh(this.iq.get(SoftwareVersion.request()).to(this.domain).retrieve(SoftwareVersion.class));
			case ROSTER -> this.iq.get(Roster.get()).retrieve(Roster.class).items().size();
		};
	}

	private static int weigh(SoftwareVersion version) {
		String number = version.version();
		return (number != null) ? number.length() : -1;
	}

}
