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

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import org.jivesoftware.smack.ConnectionConfiguration.SecurityMode;
import org.jivesoftware.smack.ConnectionListener;
import org.jivesoftware.smack.Smack;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPException;
import org.jivesoftware.smack.filter.StanzaIdFilter;
import org.jivesoftware.smack.iqrequest.AbstractIqRequestHandler;
import org.jivesoftware.smack.iqrequest.IQRequestHandler;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.IqData;
import org.jivesoftware.smack.packet.Nonza;
import org.jivesoftware.smack.packet.SimpleIQ;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smack.packet.UnparsedIQ;
import org.jivesoftware.smack.packet.XmlEnvironment;
import org.jivesoftware.smack.provider.IqProvider;
import org.jivesoftware.smack.provider.ProviderManager;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smack.tcp.XMPPTCPConnectionConfiguration;
import org.jivesoftware.smack.xml.XmlPullParser;
import org.jivesoftware.smackx.iqversion.VersionManager;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;

/**
 * A client of another implementation, Smack, in this process.
 *
 * <p>
 * What {@link TestPeer} does not tell it does as Smack does by itself.
 *
 * @author XMPP for Spring Boot contributors
 */
public final class SmackPeer implements TestPeer {

	private static final String NAME = "Smack peer";

	private static final Pattern ID = Pattern.compile("\\bid=['\"]([^'\"]+)['\"]");

	private final XMPPTCPConnection connection;

	private final CompletableFuture<Void> disconnected = new CompletableFuture<>();

	private SmackPeer(XMPPTCPConnection connection) {
		this.connection = connection;
		ProviderManager.addIQProvider("a", UNKNOWN, new UnknownProvider());
		VersionManager.getInstanceFor(connection).setVersion(NAME, "1.0", null);
		for (IQ.Type type : new IQ.Type[] { IQ.Type.get, IQ.Type.set }) {
			answer(SILENT, type, (request) -> null);
			answer(FAIL, type, this::fail);
		}
		answer(ECHO, IQ.Type.get, this::echo);
		connection.addConnectionListener(new ConnectionListener() {

			@Override
			public void connectionClosed() {
				SmackPeer.this.disconnected.complete(null);
			}

			@Override
			public void connectionClosedOnError(Exception ex) {
				SmackPeer.this.disconnected.complete(null);
			}

		});
	}

	/**
	 * Log a client in with a password through STARTTLS.
	 * @param server the server
	 * @param user the localpart of the account
	 * @return the client, logged in
	 */
	public static SmackPeer connect(TestServer server, String user) {
		XMPPTCPConnection connection = connection(server, user, server.password());
		SmackPeer peer = new SmackPeer(connection);
		connection.setUseStreamManagement(false); // which would not know what is sent as
													// it is
		try {
			connection.connect().login();
			return peer;
		}
		catch (SmackException | IOException | XMPPException ex) {
			peer.close();
			throw new IllegalStateException("Smack cannot log in", ex);
		}
		catch (InterruptedException ex) {
			throw interrupted(ex);
		}
	}

	/**
	 * Prepare a client as Smack's users do: STARTTLS with the server's authority, no
	 * presence.
	 * @param server the server
	 * @param user the localpart of the account
	 * @param password the password
	 * @return the client, not yet connected
	 */
	public static XMPPTCPConnection connection(TestServer server, String user, String password) {
		try {
			return new XMPPTCPConnection(XMPPTCPConnectionConfiguration.builder()
				.setXmppDomain(server.domain())
				.setHostAddress(InetAddress.getByName(server.host()))
				.setPort(server.c2sPort())
				.setUsernameAndPassword(user, password)
				.setResource(UUID.randomUUID().toString())
				.setSecurityMode(SecurityMode.required)
				.setCustomX509TrustManager(trust(server))
				.setSendPresence(false)
				.build());
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static X509TrustManager trust(TestServer server) throws IOException, GeneralSecurityException {
		KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
		store.load(null, null);
		try (InputStream pem = Files.newInputStream(server.certificateAuthority())) {
			Certificate certificate = CertificateFactory.getInstance("X.509").generateCertificate(pem);
			store.setCertificateEntry("server", certificate);
		}
		TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		factory.init(store);
		return (X509TrustManager) factory.getTrustManagers()[0];
	}

	private void answer(String namespace, IQ.Type type, UnaryOperator<@Nullable IQ> answer) {
		this.connection
			.registerIQRequestHandler(new AbstractIqRequestHandler("a", namespace, type, IQRequestHandler.Mode.async) {

				@Override
				public @Nullable IQ handleIQRequest(IQ request) {
					return answer.apply(request);
				}

			});
	}

	private @Nullable IQ echo(IQ request) {
		return respond(request, "result", ((UnparsedIQ) request).getContent());
	}

	private @Nullable IQ fail(IQ request) {
		return respond(request, "error",
				StanzaError.getBuilder(StanzaError.Condition.item_not_found)
					.setDescriptiveEnText("There is no such thing")
					.build()
					.toXML());
	}

	/**
	 * Sends the response as it is: Smack cannot write what it has no class for, not even
	 * as part of an error.
	 */
	private @Nullable IQ respond(IQ request, String type, CharSequence payload) {
		send("<iq type='%s' id='%s' to='%s'>%s</iq>".formatted(type, request.getStanzaId(), request.getFrom(),
				payload));
		return null;
	}

	@Override
	public String name() {
		return NAME + " (Smack " + Smack.getVersion() + ")"; // Smack adds to what it is
																// told
	}

	@Override
	public String jid() {
		return this.connection.getUser().toString();
	}

	@Override
	public CompletableFuture<Reply> request(String to, String type, String payload, Duration timeout) {
		return exchange("<iq type='%s' id='%s' to='%s'>%s</iq>".formatted(type, UUID.randomUUID(), to, payload),
				timeout);
	}

	@Override
	public Reply exchange(String xml) {
		return exchange(xml, Duration.ofSeconds(10)).join();
	}

	private CompletableFuture<Reply> exchange(String xml, Duration timeout) {
		Matcher id = ID.matcher(xml);
		if (!id.find()) {
			throw new IllegalArgumentException("No id: " + xml);
		}
		CompletableFuture<Reply> reply = new CompletableFuture<>();
		this.connection.addOneTimeSyncCallback((stanza) -> reply.complete(reply((IQ) stanza)),
				new StanzaIdFilter(id.group(1)));
		this.disconnected.thenRun(() -> reply.completeExceptionally(new IllegalStateException("The stream has ended")));
		send(xml);
		return reply.completeOnTimeout(new Reply(null, null), timeout.toMillis(), TimeUnit.MILLISECONDS);
	}

	private static Reply reply(IQ stanza) {
		return new Reply(stanza.getType().toString(), xml(stanza));
	}

	private static String xml(IQ stanza) {
		if (stanza instanceof UnparsedIQ unparsed) {
			return "<iq xmlns='jabber:client' type='%s' id='%s' from='%s' to='%s'>%s</iq>".formatted(stanza.getType(),
					stanza.getStanzaId(), text(stanza.getFrom()), text(stanza.getTo()), unparsed.getContent());
		}
		return stanza.toXML(XmlEnvironment.EMPTY).toString();
	}

	private static String text(@Nullable Jid jid) {
		return (jid != null) ? jid.toString() : "";
	}

	@Override
	public void send(String xml) {
		try {
			this.connection.sendNonza(new Raw(xml));
		}
		catch (SmackException.NotConnectedException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			throw interrupted(ex);
		}
	}

	@Override
	public CompletableFuture<Void> disconnected() {
		return this.disconnected.copy();
	}

	@Override
	public void close() {
		this.connection.disconnect();
	}

	private static IllegalStateException interrupted(InterruptedException ex) {
		Thread.currentThread().interrupt();
		return new IllegalStateException(ex);
	}

	/**
	 * Goes to the stream as it is.
	 *
	 * @param xml what to write
	 */
	private record Raw(String xml) implements Nonza {

		@Override
		public String getElementName() {
			return "iq";
		}

		@Override
		public String getNamespace() {
			return "jabber:client";
		}

		@Override
		public CharSequence toXML(XmlEnvironment environment) {
			return this.xml;
		}

	}

	/**
	 * A request that Smack does not answer itself but can write: its error for a request
	 * it has no class for would not be well-formed XML.
	 */
	private static final class UnknownIq extends SimpleIQ {

		private UnknownIq(IqData data) {
			super(data, "a", UNKNOWN);
		}

	}

	/**
	 * Parses payloads of {@link TestPeer#UNKNOWN}.
	 */
	private static final class UnknownProvider extends IqProvider<UnknownIq> {

		@Override
		public UnknownIq parse(XmlPullParser parser, int depth, IqData data, XmlEnvironment environment) {
			return new UnknownIq(data);
		}

	}

}
