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
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.codec.XmppPipeline;
import io.github.xmppspring.stream.StreamFooter;
import io.github.xmppspring.stream.StreamHeader;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.XmlLimits;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server on loopback that lets in whoever comes and then says nothing but what a test
 * tells it to, malformed and forged stanzas included, and shows what the application
 * sends.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ScriptedServer implements AutoCloseable {

	private static final long TIMEOUT_SECONDS = 10;

	private static final String SASL = "urn:ietf:params:xml:ns:xmpp-sasl";

	private static final String BIND = "urn:ietf:params:xml:ns:xmpp-bind";

	private final ServerSocket listener;

	private final Jid address;

	private final boolean component;

	private final String mechanism;

	private final BlockingQueue<Element> received = new LinkedBlockingQueue<>();

	private final BlockingQueue<Boolean> logins = new LinkedBlockingQueue<>();

	private final StringBuffer bytes = new StringBuffer();

	private final AtomicInteger counter = new AtomicInteger();

	private final AtomicInteger connections = new AtomicInteger();

	private volatile Socket socket;

	private volatile boolean lettingIn = true;

	private ScriptedServer(Jid address, boolean component, String mechanism, ServerSocket listener) {
		this.address = address;
		this.component = component;
		this.mechanism = mechanism;
		this.listener = listener;
		start(this::accept);
	}

	private static ServerSocket listen() {
		try {
			return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Waits for a client.
	 * @param address the full JID that it gets
	 * @return the server
	 */
	static ScriptedServer forClient(String address) {
		return forClient(address, "ANONYMOUS", listen());
	}

	/**
	 * Waits for a client.
	 * @param address the full JID that it gets
	 * @param mechanism what is offered to it, an exchange without challenges
	 * @param listener where to wait for it
	 * @return the server
	 */
	static ScriptedServer forClient(String address, String mechanism, ServerSocket listener) {
		return new ScriptedServer(Jid.of(address), false, mechanism, listener);
	}

	/**
	 * Waits for a component.
	 * @param address its domain
	 * @return the server
	 */
	static ScriptedServer forComponent(String address) {
		return new ScriptedServer(Jid.of(address), true, "ANONYMOUS", listen());
	}

	/**
	 * What an application has to know in order to connect.
	 * @return properties
	 */
	String[] properties() {
		String mode = this.component ? "xmpp.mode=component" : "xmpp.sasl.mechanisms=ANONYMOUS";
		return new String[] { mode, "xmpp.jid=" + this.address, "xmpp.password=secret", "xmpp.host=127.0.0.1",
				"xmpp.port=" + this.listener.getLocalPort(), "xmpp.ssl.mode=disabled" };
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

	/**
	 * Sends something on the stream that is open.
	 * @param xml a part of a stream, in whose content namespace stanzas need none
	 */
	void send(String xml) {
		try {
			send(this.socket, xml);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void send(Socket socket, String xml) throws IOException {
		socket.getOutputStream().write(xml.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * The next element from the application.
	 * @return the element
	 */
	Element next() {
		Element element = poll();
		assertThat(element).as("what the application sends next").isNotNull();
		return element;
	}

	private Element poll() {
		try {
			return this.received.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Sends a stanza and gets the answer to it.
	 * @param xml a stanza with the id {@code *}
	 * @return the next stanza from the application with the id that took its place
	 */
	Element ask(String xml) {
		String id = "ask-" + this.counter.incrementAndGet();
		send(xml.replace("id='*'", "id='" + id + "'"));
		List<Element> others = new ArrayList<>();
		Element element = next();
		while (!id.equals(element.attribute("id"))) {
			others.add(element);
			element = next();
		}
		this.received.addAll(others);
		return element;
	}

	/**
	 * Waits until the application has read all that was sent before.
	 * @return what it has sent up to then
	 */
	List<Element> sync() {
		String id = "sync-" + this.counter.incrementAndGet();
		send("<iq type='get' id='%s' from='%s' to='%s'><ping xmlns='urn:xmpp:ping'/></iq>".formatted(id,
				this.address.domainJid(), this.address));
		List<Element> elements = new ArrayList<>();
		for (Element element = next(); !id.equals(element.attribute("id")); element = next()) {
			elements.add(element);
		}
		return elements;
	}

	/**
	 * What has come since the last login, as it came.
	 * @return the text
	 */
	String text() {
		return this.bytes.toString();
	}

	void awaitLogin() {
		try {
			assertThat(this.logins.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS)).as("the application logs in").isNotNull();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Ends the connection without a word.
	 */
	void drop() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Says whether whoever comes is answered.
	 * @param lettingIn {@code false} to close the connection at once
	 */
	void lettingIn(boolean lettingIn) {
		this.lettingIn = lettingIn;
	}

	@Override
	public void close() throws IOException {
		this.listener.close();
		if (this.socket != null) {
			this.socket.close();
		}
	}

	private static void start(Runnable task) {
		Thread thread = new Thread(task, "scripted-server");
		thread.setDaemon(true);
		thread.start();
	}

	private void accept() {
		while (!this.listener.isClosed()) {
			try {
				Socket accepted = this.listener.accept();
				this.connections.incrementAndGet();
				if (this.lettingIn) {
					this.socket = accepted;
					start(() -> read(accepted));
				}
				else {
					accepted.close();
				}
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private void read(Socket connection) {
		EmbeddedChannel reader = new EmbeddedChannel();
		XmppPipeline.addCodec(reader.pipeline(), this.component ? "jabber:component:accept" : "jabber:client",
				XmlLimits.DEFAULT);
		Login login = new Login(connection, reader);
		byte[] buffer = new byte[8192];
		try (connection; InputStream in = connection.getInputStream()) {
			for (int length = in.read(buffer); length != -1; length = in.read(buffer)) {
				if (login.done) {
					this.bytes.append(new String(buffer, 0, length, StandardCharsets.UTF_8));
				}
				reader.writeInbound(Unpooled.copiedBuffer(buffer, 0, length));
				for (Object message = reader.readInbound(); message != null; message = reader.readInbound()) {
					login.receive(message);
				}
			}
		}
		catch (IOException ex) {
			// the test has closed the connection
		}
		finally {
			reader.close();
		}
	}

	/**
	 * One stream as far as the login, and what comes after it.
	 */
	private final class Login {

		private final Socket connection;

		private final EmbeddedChannel reader;

		private boolean authenticated;

		private boolean done;

		private Login(Socket connection, EmbeddedChannel reader) {
			this.connection = connection;
			this.reader = reader;
		}

		private void receive(Object message) throws IOException {
			if (message instanceof StreamHeader) {
				send(this.connection, header());
			}
			else if (message instanceof StreamFooter) {
				send(this.connection, "</stream:stream>");
				this.connection.close();
			}
			else if (this.done) {
				ScriptedServer.this.received.add((Element) message);
			}
			else {
				proceed((Element) message);
			}
		}

		private String header() {
			String header = "<?xml version='1.0'?><stream:stream xmlns='%s' from='%s' id='s1' xml:lang='en' %s "
				.formatted(ScriptedServer.this.component ? "jabber:component:accept" : "jabber:client",
						ScriptedServer.this.address.domain(), ScriptedServer.this.component ? "" : "version='1.0'")
					+ "xmlns:stream='http://etherx.jabber.org/streams'>";
			if (ScriptedServer.this.component) {
				return header;
			}
			String feature = this.authenticated ? "<bind xmlns='" + BIND + "'/>" : "<mechanisms xmlns='" + SASL
					+ "'><mechanism>" + ScriptedServer.this.mechanism + "</mechanism></mechanisms>";
			return header + "<stream:features>" + feature + "</stream:features>";
		}

		private void proceed(Element element) throws IOException {
			if (element.localName().equals("auth")) {
				this.authenticated = true;
				XmppPipeline.restart(this.reader.pipeline(), XmlLimits.DEFAULT);
				send(this.connection, "<success xmlns='" + SASL + "'/>");
				return;
			}
			ScriptedServer.this.bytes.setLength(0);
			ScriptedServer.this.received.clear();
			this.done = true;
			send(this.connection, this.authenticated ? bound(element) : "<handshake/>");
			ScriptedServer.this.logins.add(true);
		}

		private String bound(Element request) {
			return "<iq type='result' id='%s'><bind xmlns='%s'><jid>%s</jid></bind></iq>"
				.formatted(request.attribute("id"), BIND, ScriptedServer.this.address);
		}

	}

}
