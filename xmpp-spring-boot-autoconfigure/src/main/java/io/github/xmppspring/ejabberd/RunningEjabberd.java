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

package io.github.xmppspring.ejabberd;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.xmppspring.address.Jid;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.util.Assert;

/**
 * An ejabberd in a container that has been started.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class RunningEjabberd {

	private static final Log logger = LogFactory.getLog(RunningEjabberd.class);

	private static final Duration POLL_INTERVAL = Duration.ofMillis(200);

	private static final Pattern CERTIFICATE = Pattern
		.compile("-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", Pattern.DOTALL);

	// relative to the working directory, which is not the same in all images
	private static final String SERVER_PEM = "conf/server.pem";

	private static final String CTL = "PATH=$PATH:bin; exec ejabberdctl \"$@\"";

	private static final String HAS_USER = "PATH=$PATH:bin; ejabberdctl registered_users \"$1\" | grep -qxF -e \"$2\"";

	private static final String REGISTER_ALL = """
			PATH=$PATH:bin
			jobs=
			while [ $# -gt 0 ]; do
				ejabberdctl register "$1" "$2" "$3" 2>&1 & jobs="$jobs $!"
				shift 3
			done
			for job in $jobs; do wait $job || exit 1; done
			""";

	private final ContainerShell shell;

	/**
	 * Create a view of a server.
	 * @param shell runs commands in its container
	 */
	public RunningEjabberd(ContainerShell shell) {
		Assert.notNull(shell, "'shell' must not be null");
		this.shell = shell;
	}

	/**
	 * Create accounts, all at a time.
	 * @param registrations the localpart, domain and password of each, one after another
	 * @throws IllegalStateException if the server refuses one
	 */
	public void register(List<String> registrations) {
		ContainerShell.Result result = this.shell.run(REGISTER_ALL, registrations.toArray(String[]::new));
		if (!result.isSuccess()) {
			throw new IllegalStateException("ejabberd could not create the accounts: " + result.output().strip());
		}
	}

	/**
	 * Wait for an account that the container itself creates after its start.
	 * @param jid the account
	 * @param timeout the time to wait
	 * @throws IllegalStateException if it is not there in time
	 */
	public void awaitAccount(Jid jid, Duration timeout) {
		long deadline = System.nanoTime() + timeout.toNanos();
		while (!hasAccount(jid)) {
			if (System.nanoTime() - deadline > 0) {
				throw new IllegalStateException(
						"The ejabberd container has not created the account '" + jid.bare() + "' within " + timeout);
			}
			pause();
		}
	}

	/**
	 * Find out what certificate to trust. If the one of the server names no domain at
	 * all, as that of the official image, it is replaced by one that names the given
	 * domain.
	 * @param domain the domain that the certificate is for
	 * @return an SSL bundle that trusts exactly the certificate of the server, or
	 * {@code null} if that is not where it is in the official images
	 */
	public @Nullable SslBundle trust(Jid domain) {
		ContainerShell.Result pem = this.shell.run("cat \"$1\"", SERVER_PEM);
		Matcher certificate = CERTIFICATE.matcher(pem.output());
		if (!pem.isSuccess() || !certificate.find()) {
			return null;
		}
		String first = certificate.group();
		return namesAnything(first) ? EjabberdCertificate.trusting(first) : replaceCertificate(domain);
	}

	private SslBundle replaceCertificate(Jid domain) {
		logger.debug("The certificate of ejabberd names no domain, replacing it");
		EjabberdCertificate certificate = EjabberdCertificate
			.issue(List.of(domain.asciiDomain().toLowerCase(Locale.ROOT)));
		ContainerShell.Result written = this.shell.run("printf %s \"$2\" > \"$1.new\" && mv -f \"$1.new\" \"$1\"",
				SERVER_PEM, certificate.serverPem());
		Assert.state(written.isSuccess() && this.shell.run(CTL, "reload_config").isSuccess(),
				"The certificate of ejabberd names no domain and cannot be replaced");
		return certificate.sslBundle();
	}

	private boolean hasAccount(Jid jid) {
		return this.shell.run(HAS_USER, jid.domain(), String.valueOf(jid.local())).isSuccess();
	}

	private static boolean namesAnything(String pem) {
		try {
			Certificate certificate = CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
			return ((X509Certificate) certificate).getSubjectAlternativeNames() != null;
		}
		catch (CertificateException ex) {
			throw new IllegalStateException("The certificate of ejabberd cannot be read", ex);
		}
	}

	private static void pause() {
		try {
			Thread.sleep(POLL_INTERVAL.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for ejabberd", ex);
		}
	}

}
