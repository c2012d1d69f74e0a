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

package io.github.xmppspring.testcontainers;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.autoconfigure.XmppConnectionDetails;
import io.github.xmppspring.autoconfigure.XmppMode;
import io.github.xmppspring.ejabberd.EjabberdAccount;
import io.github.xmppspring.ejabberd.RunningEjabberd;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.Container;
import org.testcontainers.containers.GenericContainer;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;

/**
 * Makes {@link XmppConnectionDetails} of a container with {@code @ServiceConnection} that
 * is an {@link EjabberdContainer}, or any container of the images
 * {@code ghcr.io/processone/ejabberd} and {@code ejabberd/ecs}. The account of the latter
 * is told by its environment or labels, see {@link EjabberdAccount}.
 *
 * @author XMPP for Spring Boot contributors
 */
final class EjabberdContainerConnectionDetailsFactory
		extends ContainerConnectionDetailsFactory<Container<?>, XmppConnectionDetails> {

	private static final List<String> CONNECTION_NAMES = List.of("ejabberd", "processone/ejabberd", "ejabberd/ecs");

	// The names are not given to super, as a container of our own class may be of any
	// image
	EjabberdContainerConnectionDetailsFactory() {
		super(ANY_CONNECTION_NAME, "org.testcontainers.containers.GenericContainer");
	}

	@Override
	protected boolean sourceAccepts(ContainerConnectionSource<Container<?>> source, Class<?> requiredContainerType,
			Class<?> requiredConnectionDetailsType) {
		return source.accepts(ANY_CONNECTION_NAME, EjabberdContainer.class, requiredConnectionDetailsType)
				|| CONNECTION_NAMES.stream()
					.anyMatch((name) -> source.accepts(name, requiredContainerType, requiredConnectionDetailsType));
	}

	@Override
	protected XmppConnectionDetails getContainerConnectionDetails(ContainerConnectionSource<Container<?>> source) {
		return new EjabberdContainerConnectionDetails(source);
	}

	/**
	 * Knows the account as soon as it is asked, for which the container must be running.
	 */
	private static final class EjabberdContainerConnectionDetails extends ContainerConnectionDetails<Container<?>>
			implements XmppConnectionDetails {

		private static final Duration ACCOUNT_TIMEOUT = Duration.ofSeconds(60);

		private @Nullable EjabberdAccount account;

		private @Nullable SslBundle certificates;

		private EjabberdContainerConnectionDetails(ContainerConnectionSource<Container<?>> source) {
			super(source);
		}

		@Override
		public XmppMode getMode() {
			return account().mode();
		}

		@Override
		public Jid getJid() {
			return account().jid();
		}

		@Override
		public String getPassword() {
			return account().password();
		}

		@Override
		public String getHost() {
			return getContainer().getHost();
		}

		@Override
		public int getPort() {
			return getContainer().getMappedPort(account().port());
		}

		@Override
		public @Nullable SslBundle getSslBundle() {
			SslBundle annotated = super.getSslBundle();
			if (annotated != null) {
				return annotated;
			}
			account();
			return this.certificates;
		}

		private synchronized EjabberdAccount account() {
			EjabberdAccount found = this.account;
			if (found == null) {
				Container<?> container = getContainer();
				found = (container instanceof EjabberdContainer ejabberd) ? take(ejabberd) : take(container);
				this.account = found;
			}
			return found;
		}

		private EjabberdAccount take(EjabberdContainer container) {
			this.certificates = container.getSslBundle();
			return container.account();
		}

		private EjabberdAccount take(Container<?> container) {
			EjabberdAccount found = EjabberdAccount.of(container.getEnvMap(), labels(container));
			if (found.mode() == XmppMode.CLIENT) {
				RunningEjabberd server = new RunningEjabberd(ShellOfContainer.of(container));
				server.awaitAccount(found.jid(), ACCOUNT_TIMEOUT);
				this.certificates = (super.getSslBundle() == null) ? server.trust(found.jid()) : null;
			}
			return found;
		}

		private static Map<String, String> labels(Container<?> container) {
			return (container instanceof GenericContainer<?> generic) ? generic.getLabels() : Map.of();
		}

	}

}
