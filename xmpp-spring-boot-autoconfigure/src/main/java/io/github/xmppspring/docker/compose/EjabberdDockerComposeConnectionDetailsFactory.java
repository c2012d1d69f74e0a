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

package io.github.xmppspring.docker.compose;

import java.time.Duration;
import java.util.function.Function;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.autoconfigure.XmppConnectionDetails;
import io.github.xmppspring.autoconfigure.XmppMode;
import io.github.xmppspring.ejabberd.ContainerShell;
import io.github.xmppspring.ejabberd.EjabberdAccount;
import io.github.xmppspring.ejabberd.RunningEjabberd;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionDetailsFactory;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;
import org.springframework.boot.ssl.SslBundle;

/**
 * Makes {@link XmppConnectionDetails} of a service of the images
 * {@code ghcr.io/processone/ejabberd} or {@code ejabberd/ecs}, or with the label
 * {@code org.springframework.boot.service-connection: ejabberd}. The account is told by
 * its environment or labels, see {@link EjabberdAccount}; what to trust is the
 * certificate of the container, unless labels {@code org.springframework.boot.sslbundle}
 * say something else.
 *
 * @author XMPP for Spring Boot contributors
 */
final class EjabberdDockerComposeConnectionDetailsFactory
		extends DockerComposeConnectionDetailsFactory<XmppConnectionDetails> {

	private static final String[] CONNECTION_NAMES = { "ejabberd", "processone/ejabberd", "ghcr.io/processone/ejabberd",
			"ejabberd/ecs" };

	private final Function<RunningService, ContainerShell> shells;

	EjabberdDockerComposeConnectionDetailsFactory() {
		this((service) -> new DockerExec(service.name()));
	}

	EjabberdDockerComposeConnectionDetailsFactory(Function<RunningService, ContainerShell> shells) {
		super(CONNECTION_NAMES);
		this.shells = shells;
	}

	@Override
	protected XmppConnectionDetails getDockerComposeConnectionDetails(DockerComposeConnectionSource source) {
		return details(source.getRunningService());
	}

	XmppConnectionDetails details(RunningService service) {
		return new EjabberdDockerComposeConnectionDetails(service, new RunningEjabberd(this.shells.apply(service)));
	}

	/**
	 * Connection details of a service that is running.
	 */
	private static final class EjabberdDockerComposeConnectionDetails extends DockerComposeConnectionDetails
			implements XmppConnectionDetails {

		private static final Duration ACCOUNT_TIMEOUT = Duration.ofSeconds(60);

		private final EjabberdAccount account;

		private final String host;

		private final int port;

		private final @Nullable SslBundle sslBundle;

		private EjabberdDockerComposeConnectionDetails(RunningService service, RunningEjabberd server) {
			super(service);
			this.account = EjabberdAccount.of(service.env(), service.labels());
			this.host = service.host();
			this.port = service.ports().get(this.account.port());
			SslBundle labelled = getSslBundle(service);
			if (this.account.mode() == XmppMode.CLIENT) {
				server.awaitAccount(this.account.jid(), ACCOUNT_TIMEOUT);
				this.sslBundle = (labelled != null) ? labelled : server.trust(this.account.jid());
			}
			else {
				this.sslBundle = labelled;
			}
		}

		@Override
		public XmppMode getMode() {
			return this.account.mode();
		}

		@Override
		public Jid getJid() {
			return this.account.jid();
		}

		@Override
		public String getPassword() {
			return this.account.password();
		}

		@Override
		public String getHost() {
			return this.host;
		}

		@Override
		public int getPort() {
			return this.port;
		}

		@Override
		public @Nullable SslBundle getSslBundle() {
			return this.sslBundle;
		}

	}

}
