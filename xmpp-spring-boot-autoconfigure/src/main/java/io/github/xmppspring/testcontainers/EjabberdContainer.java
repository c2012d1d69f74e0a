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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.autoconfigure.XmppMode;
import io.github.xmppspring.ejabberd.EjabberdAccount;
import io.github.xmppspring.ejabberd.EjabberdCertificate;
import io.github.xmppspring.ejabberd.RunningEjabberd;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.containers.wait.strategy.WaitAllStrategy;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.util.Assert;

/**
 * A container with an ejabberd for tests. It serves the given domains with a certificate
 * made for them, has the given users, and is ready for logins when it has started:
 * nothing else has to be configured with {@code @ServiceConnection}.
 *
 * <p>
 * The application under test is the component if there is one, else the first user; with
 * neither it is a user {@code application}, who gets a password at random.
 *
 * <p>
 * The configuration of the server is its own; another one can be copied over
 * {@code conf/ejabberd.yml} with {@code withCopyFileToContainer}. Such a container cannot
 * be reused by another JVM, as that would not know its certificate.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class EjabberdContainer extends GenericContainer<EjabberdContainer> {

	private static final int DIRECT_TLS_PORT = 5223;

	private static final DockerImageName IMAGE = DockerImageName.parse("ghcr.io/processone/ejabberd");

	private static final DockerImageName ECS_IMAGE = DockerImageName.parse("ejabberd/ecs");

	private static final String TAG = "26.07";

	private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

	private static final String DEFAULT_USER = "application";

	private final String home;

	private final Map<String, String> passwords = new LinkedHashMap<>();

	private List<String> domains = List.of("localhost");

	private @Nullable EjabberdAccount component;

	private @Nullable EjabberdCertificate certificate;

	/**
	 * Create a container of the official image.
	 */
	public EjabberdContainer() {
		this(IMAGE.withTag(TAG));
	}

	/**
	 * Create a container of a given image.
	 * @param imageName the name of the image, {@code ghcr.io/processone/ejabberd} or
	 * {@code ejabberd/ecs} with a tag
	 */
	public EjabberdContainer(String imageName) {
		this(DockerImageName.parse(imageName));
	}

	/**
	 * Create a container of a given image.
	 * @param imageName the name of the image, {@code ghcr.io/processone/ejabberd},
	 * {@code ejabberd/ecs} or one that says to be a substitute for one of them
	 */
	public EjabberdContainer(DockerImageName imageName) {
		super(imageName);
		imageName.assertCompatibleWith(IMAGE, ECS_IMAGE);
		this.home = imageName.isCompatibleWith(ECS_IMAGE) ? "/home/ejabberd" : "/opt/ejabberd";
		addExposedPorts(EjabberdAccount.CLIENT_PORT, DIRECT_TLS_PORT);
		setWaitStrategy(listenersAt(EjabberdAccount.CLIENT_PORT, DIRECT_TLS_PORT));
	}

	/**
	 * Serve other domains than {@code localhost}.
	 * @param domains the domains; a user without a domain is one of the first
	 * @return this container
	 */
	public EjabberdContainer withDomains(String... domains) {
		Assert.notEmpty(domains, "'domains' must not be empty");
		this.domains = Arrays.stream(domains).map((domain) -> Jid.of(domain).domain()).toList();
		return self();
	}

	/**
	 * Add a user. The first one is for the application under test, unless that is a
	 * component.
	 * @param user the localpart, or the bare JID with a domain that is then served too
	 * @param password the password
	 * @return this container
	 */
	public EjabberdContainer withUser(String user, String password) {
		Assert.hasText(user, "'user' must not be empty");
		Assert.hasText(password, "'password' must not be empty");
		this.passwords.put(user, password);
		return self();
	}

	/**
	 * Accept components (XEP-0114), the application under test among them.
	 * @param domain the domain of the application
	 * @param secret the secret, which other components have to know as well
	 * @return this container
	 */
	public EjabberdContainer withComponent(String domain, String secret) {
		Jid jid = Jid.of(domain);
		Assert.isTrue(jid.isDomain(), "'domain' must be a domain");
		Assert.hasText(secret, "'secret' must not be empty");
		this.component = new EjabberdAccount(XmppMode.COMPONENT, jid, secret, EjabberdAccount.COMPONENT_PORT);
		addExposedPorts(EjabberdAccount.COMPONENT_PORT);
		setWaitStrategy(listenersAt(EjabberdAccount.CLIENT_PORT, DIRECT_TLS_PORT, EjabberdAccount.COMPONENT_PORT));
		return self();
	}

	/**
	 * Whether the application under test is a client or a component.
	 * @return the mode
	 */
	public XmppMode getMode() {
		return account().mode();
	}

	/**
	 * Who the application under test is.
	 * @return the bare JID of its account, or the domain of the component
	 */
	public Jid getJid() {
		return account().jid();
	}

	/**
	 * The JID of a user.
	 * @param user the localpart, or the bare JID
	 * @return the bare JID
	 */
	public Jid getJid(String user) {
		return user.contains("@") ? Jid.of(user).bare() : Jid.of(user, getDomain(), null);
	}

	/**
	 * The password of the application under test.
	 * @return the password of its account, or the secret of the component
	 */
	public String getPassword() {
		return account().password();
	}

	/**
	 * The first domain.
	 * @return the domain, which need not be a name of the host
	 */
	public String getDomain() {
		return this.domains.get(0);
	}

	/**
	 * The port of {@link #getHost()} for clients that use STARTTLS, which is required.
	 * @return the port
	 */
	public int getClientPort() {
		return getMappedPort(EjabberdAccount.CLIENT_PORT);
	}

	/**
	 * The port of {@link #getHost()} for clients that begin with TLS.
	 * @return the port
	 */
	public int getDirectTlsPort() {
		return getMappedPort(DIRECT_TLS_PORT);
	}

	/**
	 * The port of {@link #getHost()} for components, which is without TLS.
	 * @return the port
	 * @throws IllegalArgumentException if the container accepts no components
	 */
	public int getComponentPort() {
		return getMappedPort(EjabberdAccount.COMPONENT_PORT);
	}

	/**
	 * What a client needs to trust the server, and only that.
	 * @return an SSL bundle
	 */
	public SslBundle getSslBundle() {
		return certificate().sslBundle();
	}

	/**
	 * What a client that knows no SSL bundles needs to trust the server, and only that.
	 * @return the certificate of the authority that issued the server's, in PEM
	 */
	public String getCertificateAuthority() {
		return certificate().authority();
	}

	/**
	 * Create an account in the running server.
	 * @param user the localpart, or the bare JID
	 * @param password the password
	 * @throws IllegalStateException if there is such a user already
	 */
	public void register(String user, String password) {
		register(Map.of(user, password));
	}

	@Override
	protected void configure() {
		if (this.passwords.isEmpty() && this.component == null) {
			withUser(DEFAULT_USER, UUID.randomUUID().toString());
		}
	}

	@Override
	protected void containerIsCreated(String containerId) {
		String secret = (this.component != null) ? this.component.password() : null;
		String configuration = EjabberdConfiguration.yaml(this.home, servedDomains(), secret);
		copyFileToContainer(Transferable.of(configuration), this.home + "/conf/ejabberd.yml");
		copyFileToContainer(Transferable.of(certificate().serverPem()), this.home + "/conf/server.pem");
	}

	@Override
	protected void waitUntilContainerStarted() {
		super.waitUntilContainerStarted();
		if (!this.passwords.isEmpty()) {
			register(this.passwords);
		}
	}

	/**
	 * Who the application under test is, and where within the container.
	 * @return the account
	 */
	EjabberdAccount account() {
		if (this.component != null) {
			return this.component;
		}
		Map.Entry<String, String> user = this.passwords.entrySet()
			.stream()
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("The container has no user before its start"));
		return new EjabberdAccount(XmppMode.CLIENT, getJid(user.getKey()), user.getValue(),
				EjabberdAccount.CLIENT_PORT);
	}

	private void register(Map<String, String> users) {
		List<String> registrations = users.entrySet().stream().flatMap((user) -> {
			Jid jid = getJid(user.getKey());
			return Stream.of(String.valueOf(jid.local()), jid.domain(), user.getValue());
		}).toList();
		new RunningEjabberd(ShellOfContainer.of(this)).register(registrations);
	}

	private Set<String> servedDomains() {
		return Stream
			.concat(this.domains.stream(), this.passwords.keySet().stream().map((user) -> getJid(user).domain()))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private synchronized EjabberdCertificate certificate() {
		EjabberdCertificate made = this.certificate;
		if (made == null) {
			made = EjabberdCertificate.issue(servedDomains().stream()
				.map((domain) -> Jid.of(domain).asciiDomain().toLowerCase(Locale.ROOT))
				.toList());
			this.certificate = made;
		}
		return made;
	}

	private static WaitAllStrategy listenersAt(int... ports) {
		WaitAllStrategy strategy = new WaitAllStrategy().withStartupTimeout(START_TIMEOUT);
		for (int port : ports) {
			strategy.withStrategy(Wait.forLogMessage(".*Start accepting T\\w+ connections at .*:" + port + " .*", 1));
		}
		return strategy;
	}

}
