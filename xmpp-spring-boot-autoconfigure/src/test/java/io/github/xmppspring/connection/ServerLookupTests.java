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

package io.github.xmppspring.connection;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.negotiation.ServerService;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.handler.codec.dns.DatagramDnsQuery;
import io.netty.handler.codec.dns.DatagramDnsQueryDecoder;
import io.netty.handler.codec.dns.DatagramDnsResponse;
import io.netty.handler.codec.dns.DatagramDnsResponseEncoder;
import io.netty.handler.codec.dns.DefaultDnsQuestion;
import io.netty.handler.codec.dns.DefaultDnsRawRecord;
import io.netty.handler.codec.dns.DefaultDnsRecordEncoder;
import io.netty.handler.codec.dns.DnsQuestion;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsResponseCode;
import io.netty.handler.codec.dns.DnsSection;
import io.netty.resolver.dns.SingletonDnsServerAddressStreamProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ServerLookup}, with a name server of its own on the loopback
 * interface.
 *
 * @author XMPP for Spring Boot contributors
 */
class ServerLookupTests {

	private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());

	private @Nullable Channel nameServer;

	@BeforeEach
	void startNameServer() throws InterruptedException {
		this.nameServer = new Bootstrap().group(this.group)
			.channel(NioDatagramChannel.class)
			.handler(new ChannelInitializer<Channel>() {

				@Override
				protected void initChannel(Channel channel) {
					channel.pipeline()
						.addLast(new DatagramDnsQueryDecoder(), new DatagramDnsResponseEncoder(), new NameServer());
				}

			})
			.bind(InetAddress.getLoopbackAddress(), 0)
			.sync()
			.channel();
	}

	@AfterEach
	void stop() {
		this.group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
	}

	@Test
	void srvRecordsNameHostAndPort() {
		assertThat(lookup("plays.test", null, 0, false)).containsExactly("127.0.0.1:15222", "127.0.0.2:25222");
	}

	@Test
	void directTlsHasItsOwnSrvRecords() {
		assertThat(lookup("plays.test", null, 0, true)).containsExactly("127.0.0.2:443");
	}

	@Test
	void domainItselfIsAskedWithoutSrvRecords() {
		assertThat(lookup("a.plays.test", null, 0, false)).containsExactly("127.0.0.1:5222");
		assertThat(lookup("a.plays.test", null, 0, true)).containsExactly("127.0.0.1:5223");
		assertThat(lookup("a.plays.test", null, 1234, false)).containsExactly("127.0.0.1:1234");
	}

	@Test
	void configuredHostIsAskedInsteadOfTheDomain() {
		assertThat(lookup("plays.test", "b.plays.test", 0, false)).containsExactly("127.0.0.2:5222");
		assertThat(lookup("plays.test", "127.0.0.3", 1234, false)).containsExactly("127.0.0.3:1234");
		assertThat(lookup("plays.test", "localhost", 1234, false)).contains("127.0.0.1:1234");
	}

	@Test
	void addressIsTakenAsItIsWithoutANameServer() {
		assertThat(literal("plays.test", "127.0.0.3")).containsExactly("127.0.0.3:5222");
		assertThat(literal("plays.test", "::1")).containsExactly("0:0:0:0:0:0:0:1:5222");
		assertThat(literal("127.0.0.4", null)).containsExactly("127.0.0.4:5222");
		assertThat(literal("[::1]", null)).containsExactly("0:0:0:0:0:0:0:1:5222");
	}

	@Test
	void internationalDomainIsAskedInItsAsciiForm() {
		assertThat(lookup("b\u00fccher.test", null, 0, false)).containsExactly("127.0.0.1:5222");
	}

	@Test
	void unknownHostIsNamed() {
		assertThatExceptionOfType(CompletionException.class)
			.isThrownBy(() -> lookup("plays.test", "missing.plays.test", 0, false))
			.havingCause()
			.isInstanceOfSatisfying(HostNotFoundException.class,
					(ex) -> assertThat(ex.host()).isEqualTo("missing.plays.test"));
	}

	@Test
	void domainThatOffersNoServiceIsNotAsked() {
		assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> lookup("none.test", null, 0, false))
			.havingCause()
			.withMessageContaining("offers no service");
	}

	@Test
	void resolverThatCannotBeMadeFailsTheLookUp() {
		ServerLookup lookup = new ServerLookup(Jid.of("plays.test"), null, 0, ServerService.CLIENT, () -> {
			throw new IllegalStateException("Too many open files");
		});

		assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> addresses(lookup))
			.havingCause()
			.withMessage("Too many open files");
	}

	private List<String> literal(String domain, @Nullable String host) {
		return addresses(new ServerLookup(Jid.of(domain), host, 0, ServerService.CLIENT, () -> {
			throw new AssertionError("No name server is needed");
		}));
	}

	private List<String> lookup(String domain, @Nullable String host, int port, boolean directTls) {
		InetSocketAddress address = (InetSocketAddress) this.nameServer.localAddress();
		ServerLookup lookup = new ServerLookup(Jid.of(domain), host, port,
				directTls ? ServerService.CLIENT_DIRECT_TLS : ServerService.CLIENT,
				() -> new SingletonDnsServerAddressStreamProvider(address));
		return addresses(lookup);
	}

	private List<String> addresses(ServerLookup lookup) {
		return lookup.lookup(this.group.next())
			.toCompletableFuture()
			.orTimeout(10, TimeUnit.SECONDS)
			.join()
			.stream()
			.map((found) -> found.getAddress().getHostAddress() + ":" + found.getPort())
			.toList();
	}

	private static final class NameServer extends SimpleChannelInboundHandler<DatagramDnsQuery> {

		private static final Map<String, String> ADDRESSES = Map.of("a.plays.test.", "127.0.0.1", "b.plays.test.",
				"127.0.0.2", "xn--bcher-kva.test.", "127.0.0.1", "none.test.", "127.0.0.1");

		private static final Map<String, List<SrvRecord>> SERVICES = Map.of("_xmpp-client._tcp.plays.test.",
				List.of(new SrvRecord(20, 0, 25222, "b.plays.test."), new SrvRecord(10, 0, 15222, "a.plays.test.")),
				"_xmpps-client._tcp.plays.test.", List.of(new SrvRecord(0, 0, 443, "b.plays.test.")),
				"_xmpp-client._tcp.none.test.", List.of(new SrvRecord(0, 0, 0, ".")));

		@Override
		protected void channelRead0(ChannelHandlerContext ctx, DatagramDnsQuery query) throws Exception {
			DnsQuestion question = query.recordAt(DnsSection.QUESTION);
			DatagramDnsResponse response = new DatagramDnsResponse(query.recipient(), query.sender(), query.id());
			response.addRecord(DnsSection.QUESTION, new DefaultDnsQuestion(question.name(), question.type()));
			String address = ADDRESSES.get(question.name());
			List<SrvRecord> services = SERVICES.get(question.name());
			if (services != null && DnsRecordType.SRV.equals(question.type())) {
				for (SrvRecord service : services) {
					response.addRecord(DnsSection.ANSWER,
							new DefaultDnsRawRecord(question.name(), DnsRecordType.SRV, 60, content(service)));
				}
			}
			else if (address != null && DnsRecordType.A.equals(question.type())) {
				response.addRecord(DnsSection.ANSWER, new DefaultDnsRawRecord(question.name(), DnsRecordType.A, 60,
						Unpooled.wrappedBuffer(InetAddress.getByName(address).getAddress())));
			}
			else if (address == null) {
				response.setCode(DnsResponseCode.NXDOMAIN);
			}
			ctx.writeAndFlush(response);
		}

		private static ByteBuf content(SrvRecord service) throws Exception {
			ByteBuf content = Unpooled.buffer();
			content.writeShort(service.priority()).writeShort(service.weight()).writeShort(service.port());
			new NameEncoder().write(service.target(), content);
			return content;
		}

	}

	private static final class NameEncoder extends DefaultDnsRecordEncoder {

		void write(String name, ByteBuf out) throws Exception {
			encodeName(name, out);
		}

	}

}
