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

package io.github.xmppspring.testserver;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.json.JsonParser;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.boot.json.JsonWriter;

/**
 * A client of another implementation, slixmpp, as a process of its own.
 *
 * <p>
 * What {@link TestPeer} does not tell it does as slixmpp does by itself.
 *
 * @author XMPP for Spring Boot contributors
 */
public final class SlixmppPeer implements TestPeer {

	private static final String PYTHON = System.getProperty("slixmpp.python", "/usr/bin/python3");

	private static final long LOGIN_SECONDS = 30;

	private final JsonParser json = JsonParserFactory.getJsonParser();

	private final Map<Long, CompletableFuture<Reply>> pending = new ConcurrentHashMap<>();

	private final AtomicLong lastId = new AtomicLong();

	private final CompletableFuture<String> ready = new CompletableFuture<>();

	private final CompletableFuture<Void> disconnected = new CompletableFuture<>();

	private final Path errors;

	private final Process process;

	private final Writer commands;

	private SlixmppPeer() throws IOException {
		this.errors = Files.createTempFile("slixmpp", ".log");
		this.process = new ProcessBuilder(PYTHON, "-c", script()).redirectError(this.errors.toFile()).start();
		this.commands = new OutputStreamWriter(this.process.getOutputStream(), StandardCharsets.UTF_8);
		Thread reader = new Thread(this::readEvents, "slixmpp-" + this.process.pid());
		reader.setDaemon(true);
		reader.start();
	}

	/**
	 * Start a client and log it in with a password through STARTTLS.
	 * @param server the server
	 * @param user the localpart of the account
	 * @return the client, logged in
	 */
	public static SlixmppPeer connect(TestServer server, String user) {
		return connect(SlixmppLogin.starttls(server, user));
	}

	/**
	 * Start a client and log it in.
	 * @param login how
	 * @return the client, logged in
	 * @throws IllegalStateException if it cannot log in
	 */
	public static SlixmppPeer connect(SlixmppLogin login) {
		try {
			SlixmppPeer peer = new SlixmppPeer();
			try {
				peer.write(login.toMap());
				peer.ready.orTimeout(LOGIN_SECONDS, TimeUnit.SECONDS).join();
			}
			catch (RuntimeException ex) {
				String errors = Files.readString(peer.errors);
				peer.close();
				throw new IllegalStateException("slixmpp cannot log in: " + errors, ex);
			}
			return peer;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What this machine lacks to run the client.
	 * @return what is missing, empty if nothing is
	 */
	public static Optional<String> missing() {
		if (!Files.isExecutable(Path.of(PYTHON))) {
			return Optional.of("no " + PYTHON);
		}
		Command.Result check = Command.run(Map.of(), List.of(PYTHON, "-c", "import slixmpp"));
		return (check.exitCode() != 0) ? Optional.of(PYTHON + ": no module slixmpp") : Optional.empty();
	}

	@Override
	public String name() {
		return "slixmpp peer";
	}

	@Override
	public String jid() {
		return this.ready.join();
	}

	@Override
	public CompletableFuture<Reply> request(String to, String type, String payload, Duration timeout) {
		long id = this.lastId.incrementAndGet();
		CompletableFuture<Reply> reply = new CompletableFuture<>();
		this.pending.put(id, reply);
		write(Map.of("cmd", "iq", "id", id, "to", to, "type", type, "payload", payload, "timeout",
				timeout.toMillis() / 1000.0));
		return reply;
	}

	@Override
	public void send(String xml) {
		write(Map.of("cmd", "raw", "xml", xml));
	}

	@Override
	public Reply exchange(String xml) {
		long id = this.lastId.incrementAndGet();
		CompletableFuture<Reply> reply = new CompletableFuture<>();
		this.pending.put(id, reply);
		write(Map.of("cmd", "raw", "id", id, "xml", xml, "timeout", 10));
		return reply.join();
	}

	/**
	 * The contacts of the account as slixmpp reads them.
	 * @return name, subscription and groups of each contact by its JID
	 */
	public Map<String, Object> roster() {
		return this.json.parseMap(String.valueOf(command("roster", Map.of()).xml()));
	}

	/**
	 * Write a contact as slixmpp does.
	 * @param jid the contact
	 * @param name its name
	 * @param groups its groups
	 * @return the reply of the server
	 */
	public Reply setRoster(String jid, String name, List<String> groups) {
		return command("roster-set", Map.of("jid", jid, "name", name, "groups", groups));
	}

	/**
	 * The vCard of an account as slixmpp reads it.
	 * @param jid the account
	 * @return its name, family, emails and the type of its photo
	 */
	public Map<String, Object> vcard(String jid) {
		return this.json.parseMap(String.valueOf(command("vcard", Map.of("jid", jid)).xml()));
	}

	/**
	 * Write the own vCard as slixmpp does.
	 * @param name the whole name
	 * @param family the family name
	 * @param email the email address
	 * @param photo the photo in Base64
	 * @return the reply of the server
	 */
	public Reply setVcard(String name, String family, String email, String photo) {
		return command("vcard-set", Map.of("name", name, "family", family, "email", email, "photo", photo));
	}

	/**
	 * Service discovery as slixmpp does it.
	 * @return the operations
	 */
	public SlixmppDisco disco() {
		return new SlixmppDisco(this);
	}

	/**
	 * Publish-subscribe as slixmpp does it.
	 * @param service the service
	 * @param node the node
	 * @return the operations
	 */
	public SlixmppPubSub pubsub(String service, String node) {
		return new SlixmppPubSub(this, service, node);
	}

	/**
	 * Calls what the script offers.
	 * @param name the family and the method
	 * @param arguments its arguments
	 * @return what it returns
	 * @throws IllegalStateException if slixmpp got an error or no answer, the condition
	 * in its message
	 */
	@Nullable Object call(String name, Map<String, ?> arguments) {
		Reply reply = command("call", Map.of("name", name, "arguments", arguments));
		if (!"result".equals(reply.type())) {
			throw new IllegalStateException("slixmpp got no result: " + reply.xml());
		}
		return this.json.parseMap(String.valueOf(reply.xml())).get("value");
	}

	private Reply command(String name, Map<String, ?> arguments) {
		long id = this.lastId.incrementAndGet();
		CompletableFuture<Reply> reply = new CompletableFuture<>();
		this.pending.put(id, reply);
		Map<String, Object> command = new HashMap<>(arguments);
		command.put("cmd", name);
		command.put("id", id);
		write(command);
		return reply.orTimeout(LOGIN_SECONDS, TimeUnit.SECONDS).join();
	}

	@Override
	public CompletableFuture<Void> disconnected() {
		return this.disconnected.copy();
	}

	@Override
	public void close() {
		try {
			this.process.getOutputStream().close();
			if (!this.process.waitFor(5, TimeUnit.SECONDS)) {
				this.process.destroyForcibly().waitFor();
			}
			Files.deleteIfExists(this.errors);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void write(Map<String, ?> command) {
		String line = JsonWriter.standard().writeToString(command);
		try {
			synchronized (this.commands) {
				this.commands.write(line + "\n");
				this.commands.flush();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void readEvents() {
		try (BufferedReader events = new BufferedReader(
				new InputStreamReader(this.process.getInputStream(), StandardCharsets.UTF_8))) {
			String line = events.readLine();
			while (line != null) {
				handle(this.json.parseMap(line));
				line = events.readLine();
			}
		}
		catch (IOException ex) {
			this.ready.completeExceptionally(ex);
		}
		end("the process has ended");
	}

	private void end(String reason) {
		IllegalStateException ended = new IllegalStateException("No stream any more: " + reason);
		this.ready.completeExceptionally(ended);
		this.pending.values().forEach((reply) -> reply.completeExceptionally(ended));
		this.disconnected.complete(null);
	}

	private void handle(Map<String, Object> event) {
		String name = text(event, "event");
		switch (name) {
			case "ready" -> this.ready.complete(text(event, "jid"));
			case "failed" -> this.ready.completeExceptionally(new IllegalStateException(text(event, "reason")));
			case "disconnected" -> end(text(event, "reason"));
			case "reply" -> complete(event, new Reply(text(event, "type"), text(event, "xml")));
			case "timeout" -> complete(event, new Reply(null, null));
			default -> throw new IllegalStateException("Unknown event " + name);
		}
	}

	private void complete(Map<String, Object> event, Reply reply) {
		CompletableFuture<Reply> request = this.pending.remove(Long.valueOf(text(event, "id")));
		if (request != null) {
			request.complete(reply);
		}
	}

	private static String text(Map<String, Object> event, String name) {
		return String.valueOf(event.get(name));
	}

	/*
	 * Other modules have it in a jar, where Python does not find it.
	 */
	private static String script() throws IOException {
		try (InputStream script = SlixmppPeer.class.getResourceAsStream("/slixmpp/peer.py")) {
			return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
