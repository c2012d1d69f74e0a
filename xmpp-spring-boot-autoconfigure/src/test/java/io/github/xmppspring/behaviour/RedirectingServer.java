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

package io.github.xmppspring.behaviour;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;

/**
 * A server that sends every client to another host: as soon as the stream is protected by
 * STARTTLS, or at once.
 *
 * @author XMPP for Spring Boot contributors
 */
final class RedirectingServer implements AutoCloseable {

	private static final String HEADER = "<?xml version='1.0'?><stream:stream xmlns='jabber:client' id='s1' "
			+ "version='1.0' xmlns:stream='http://etherx.jabber.org/streams'>";

	private static final String STARTTLS = "<stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'>"
			+ "<required/></starttls></stream:features>";

	private static final String ERROR = "<stream:error><see-other-host xmlns='urn:ietf:params:xml:ns:xmpp-streams'>%s"
			+ "</see-other-host></stream:error></stream:stream>";

	private final ServerSocket listener;

	private final X509Bundle certificate;

	private final boolean tls;

	private final AtomicInteger connections = new AtomicInteger();

	private volatile String other = "";

	RedirectingServer(String domain, boolean tls) throws Exception {
		this.certificate = new CertificateBuilder().ecp256()
			.subject("CN=" + domain)
			.setIsCertificateAuthority(true)
			.addSanDnsName(domain)
			.buildSelfSigned();
		this.tls = tls;
		this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		Thread thread = new Thread(this::accept, "redirecting-server");
		thread.setDaemon(true);
		thread.start();
	}

	void sendTo(String other) {
		this.other = other;
	}

	int port() {
		return this.listener.getLocalPort();
	}

	/**
	 * How often someone has come.
	 * @return the number of connections
	 */
	int connections() {
		return this.connections.get();
	}

	X509Certificate certificate() {
		return this.certificate.getCertificate();
	}

	@Override
	public void close() throws IOException {
		this.listener.close();
	}

	private void accept() {
		while (!this.listener.isClosed()) {
			try (Socket socket = this.listener.accept()) {
				this.connections.incrementAndGet();
				serve(socket);
			}
			catch (IOException ex) {
				// the client or the test has closed the connection
			}
		}
	}

	private void serve(Socket socket) throws IOException {
		await(socket, "<stream:stream");
		if (!this.tls) {
			refuse(socket);
			return;
		}
		write(socket, HEADER + STARTTLS);
		await(socket, "<starttls");
		write(socket, "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
		SSLSocket secured = (SSLSocket) sslContext().getSocketFactory().createSocket(socket, null, true);
		await(secured, "<stream:stream");
		refuse(secured);
	}

	private void refuse(Socket socket) throws IOException {
		write(socket, HEADER + ERROR.formatted(this.other));
		await(socket, "</stream:stream");
	}

	private SSLContext sslContext() {
		try {
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(this.certificate.toKeyManagerFactory().getKeyManagers(), null, null);
			return context;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void write(Socket socket, String text) throws IOException {
		socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
		socket.getOutputStream().flush();
	}

	private static void await(Socket socket, String tag) throws IOException {
		InputStream in = socket.getInputStream();
		StringBuilder text = new StringBuilder();
		while (text.indexOf(tag) < 0 || text.charAt(text.length() - 1) != '>') {
			int next = in.read();
			if (next < 0) {
				throw new IOException("The client has gone");
			}
			text.append((char) next);
		}
	}

}
