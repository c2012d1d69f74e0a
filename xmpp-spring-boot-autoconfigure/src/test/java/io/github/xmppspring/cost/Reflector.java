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

package io.github.xmppspring.cost;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.xmppspring.codec.XmppPipeline;
import io.github.xmppspring.stream.StreamFooter;
import io.github.xmppspring.stream.StreamHeader;
import io.github.xmppspring.xml.Element;
import io.github.xmppspring.xml.XmlLimits;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server on loopback that lets in one client, answers its requests, and asks it many at
 * once. It has one thread.
 *
 * @author XMPP for Spring Boot contributors
 */
final class Reflector implements AutoCloseable {

	static final String DOMAIN = "localhost";

	static final String ADDRESS = "bench@localhost/b";

	private static final String SASL = "urn:ietf:params:xml:ns:xmpp-sasl";

	private static final String BIND = "urn:ietf:params:xml:ns:xmpp-bind";

	private static final long TIMEOUT_SECONDS = 60;

	private final ServerSocket listener;

	private final Thread thread = new Thread(this::run, "reflector");

	private final Semaphore requests = new Semaphore(0);

	private final Semaphore responses = new Semaphore(0);

	private final StringBuilder out = new StringBuilder();

	private volatile boolean silent;

	private volatile @Nullable Socket socket;

	private boolean authenticated;

	Reflector() {
		try {
			this.listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.thread.setDaemon(true);
		this.thread.start();
	}

	int port() {
		return this.listener.getLocalPort();
	}

	/**
	 * The thread that costs nothing.
	 * @return its id
	 */
	@SuppressWarnings("deprecation")
	long threadId() {
		return this.thread.getId();
	}

	/**
	 * Says whether requests are answered.
	 * @param silent {@code true} to leave them without an answer
	 */
	void silent(boolean silent) {
		this.silent = silent;
	}

	/**
	 * Waits for requests of the client.
	 * @param count how many
	 */
	void awaitRequests(int count) {
		await(this.requests, count);
	}

	/**
	 * Requests to send at once.
	 * @param payload the payload of each
	 * @param count how many
	 * @return sends them and waits for the responses
	 */
	Runnable burst(String payload, int count) {
		byte[] bytes = IntStream.range(0, count)
			.mapToObj((number) -> "<iq type='get' id='q%d' from='%s' to='%s'>%s</iq>".formatted(number, DOMAIN, ADDRESS,
					payload))
			.collect(Collectors.joining())
			.getBytes(StandardCharsets.UTF_8);
		return () -> {
			send(bytes);
			await(this.responses, count);
		};
	}

	private static void await(Semaphore semaphore, int count) {
		try {
			assertThat(semaphore.tryAcquire(count, TIMEOUT_SECONDS, TimeUnit.SECONDS)).as("all came").isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void send(byte[] bytes) {
		Socket client = this.socket;
		assertThat(client).as("the client").isNotNull();
		try {
			client.getOutputStream().write(bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.listener.close();
		Socket client = this.socket;
		if (client != null) {
			client.close();
		}
	}

	private void run() {
		EmbeddedChannel reader = new EmbeddedChannel();
		XmppPipeline.addCodec(reader.pipeline(), "jabber:client", XmlLimits.DEFAULT);
		byte[] buffer = new byte[64 * 1024];
		try (Socket client = this.listener.accept(); InputStream in = client.getInputStream()) {
			client.setTcpNoDelay(true);
			this.socket = client;
			for (int length = in.read(buffer); length != -1; length = in.read(buffer)) {
				reader.writeInbound(Unpooled.copiedBuffer(buffer, 0, length));
				for (Object message = reader.readInbound(); message != null; message = reader.readInbound()) {
					receive(reader, message);
				}
				flush();
			}
		}
		catch (IOException ex) {
			// the test is over
		}
		finally {
			reader.close();
		}
	}

	private void flush() {
		if (!this.out.isEmpty()) {
			send(this.out.toString().getBytes(StandardCharsets.UTF_8));
			this.out.setLength(0);
		}
	}

	private void receive(EmbeddedChannel reader, Object message) {
		if (message instanceof StreamHeader) {
			this.out.append("<?xml version='1.0'?><stream:stream xmlns='jabber:client' from='localhost' id='s1'")
				.append(" version='1.0' xmlns:stream='http://etherx.jabber.org/streams'><stream:features>")
				.append(this.authenticated ? "<bind xmlns='" + BIND + "'/>"
						: "<mechanisms xmlns='" + SASL + "'><mechanism>ANONYMOUS</mechanism></mechanisms>")
				.append("</stream:features>");
		}
		else if (message == StreamFooter.INSTANCE) {
			this.out.append("</stream:stream>");
		}
		else if (((Element) message).localName().equals("auth")) {
			this.authenticated = true;
			XmppPipeline.restart(reader.pipeline(), XmlLimits.DEFAULT);
			this.out.append("<success xmlns='").append(SASL).append("'/>");
		}
		else if (((Element) message).localName().equals("iq")) {
			stanza((Element) message);
		}
	}

	private void stanza(Element stanza) {
		String type = stanza.attribute("type");
		if ("result".equals(type) || "error".equals(type)) {
			this.responses.release();
			return;
		}
		boolean binding = stanza.children().stream().anyMatch((payload) -> payload.namespace().equals(BIND));
		if (!binding) {
			this.requests.release();
		}
		if (binding || !this.silent) {
			String to = stanza.attribute("to");
			this.out.append("<iq type='result' id='").append(stanza.attribute("id")).append('\'');
			this.out.append((to != null) ? " from='" + to + "'" : "").append(" to='" + ADDRESS + "'>");
			this.out.append(answer(stanza, binding)).append("</iq>");
		}
	}

	private static String answer(Element request, boolean binding) {
		if (binding) {
			return "<bind xmlns='%s'><jid>%s</jid></bind>".formatted(BIND, ADDRESS);
		}
		boolean version = request.children().get(0).namespace().equals("jabber:iq:version");
		return version ? "<query xmlns='jabber:iq:version'><name>Reflector</name><version>1.0</version></query>" : "";
	}

}
