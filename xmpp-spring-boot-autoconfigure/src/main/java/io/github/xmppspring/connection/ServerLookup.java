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
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.negotiation.ServerService;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.handler.codec.dns.DefaultDnsQuestion;
import io.netty.handler.codec.dns.DnsRecord;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.DnsServerAddressStreamProvider;
import io.netty.resolver.dns.DnsServerAddressStreamProviders;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Finds the addresses of a server: those of the configured host, or those that the SRV
 * records of the domain name (RFC 6120, 3.2.1; XEP-0368), or those of the domain itself
 * (RFC 6120, 3.2.2).
 *
 * @author XMPP for Spring Boot contributors
 */
final class ServerLookup {

	private final String domain;

	private final @Nullable String host;

	private final int port;

	private final @Nullable String service;

	private final Supplier<DnsServerAddressStreamProvider> nameServers;

	/**
	 * Creates a look-up.
	 * @param server the domain to find
	 * @param host the host to ask instead, or {@code null}
	 * @param port the port on that host or on the domain itself, 0 for the usual one
	 * @param service what is asked of the server
	 */
	ServerLookup(Jid server, @Nullable String host, int port, ServerService service) {
		this(server, host, port, service, DnsServerAddressStreamProviders::platformDefault);
	}

	ServerLookup(Jid server, @Nullable String host, int port, ServerService service,
			Supplier<DnsServerAddressStreamProvider> nameServers) {
		this.domain = server.asciiDomain();
		this.host = host;
		this.port = (port != 0) ? port : service.port();
		this.service = service.name();
		this.nameServers = nameServers;
	}

	/**
	 * Looks the server up.
	 * @param loop the event loop on which to do it
	 * @return a stage that completes on the event loop with at least one address, in the
	 * order in which to try them, or exceptionally
	 */
	CompletionStage<List<InetSocketAddress>> lookup(EventLoop loop) {
		List<InetSocketAddress> literal = literal(itself());
		return (literal != null) ? CompletableFuture.completedStage(literal) : lookup(loop, this::endpoints);
	}

	/**
	 * Looks up where the server has sent a stream.
	 * @param loop the event loop on which to do it
	 * @param endpoint the place
	 * @return a stage that completes on the event loop with at least one address, or
	 * exceptionally
	 */
	CompletionStage<List<InetSocketAddress>> lookup(EventLoop loop, Endpoint endpoint) {
		List<InetSocketAddress> literal = literal(endpoint);
		return (literal != null) ? CompletableFuture.completedStage(literal)
				: lookup(loop, (resolver) -> CompletableFuture.completedStage(List.of(endpoint)));
	}

	// A resolver, with its socket, is not to be made for what needs no resolving
	private static @Nullable List<InetSocketAddress> literal(Endpoint endpoint) {
		byte[] address = NetUtil.createByteArrayFromIpAddressString(endpoint.host());
		try {
			return (address != null)
					? List.of(new InetSocketAddress(InetAddress.getByAddress(address), endpoint.port())) : null;
		}
		catch (UnknownHostException ex) {
			return null;
		}
	}

	private Endpoint itself() {
		return new Endpoint((this.host != null) ? this.host : this.domain, this.port);
	}

	private CompletionStage<List<InetSocketAddress>> lookup(EventLoop loop,
			Function<DnsNameResolver, CompletionStage<List<Endpoint>>> endpoints) {
		try {
			DnsNameResolver resolver = new DnsNameResolverBuilder(loop).datagramChannelType(NioDatagramChannel.class)
				.nameServerProvider(this.nameServers.get())
				.build();
			CompletionStage<List<InetSocketAddress>> found = endpoints.apply(resolver)
				.thenCompose((places) -> addresses(resolver, places));
			// beside the result: a resolver that could make no socket cannot be closed
			found.whenComplete((addresses, ex) -> resolver.close());
			return found;
		}
		catch (Throwable ex) {
			return CompletableFuture.failedStage(ex);
		}
	}

	private CompletionStage<List<Endpoint>> endpoints(DnsNameResolver resolver) {
		List<Endpoint> itself = List.of(itself());
		if (this.service == null || this.host != null || !this.domain.contains(".")) {
			return CompletableFuture.completedStage(itself);
		}
		String name = this.service + "._tcp." + this.domain + ".";
		return toStage(resolver.resolveAll(new DefaultDnsQuestion(name, DnsRecordType.SRV)))
			.handle((records, ex) -> (ex != null) ? itself : fromRecords(records, itself));
	}

	private List<Endpoint> fromRecords(List<DnsRecord> records, List<Endpoint> itself) {
		try {
			List<SrvRecord> services = records.stream().map(SrvRecord::from).toList();
			return services.isEmpty() ? itself : SrvRecord.order(services);
		}
		finally {
			records.forEach(io.netty.util.ReferenceCountUtil::release);
		}
	}

	private CompletionStage<List<InetSocketAddress>> addresses(DnsNameResolver resolver, List<Endpoint> endpoints) {
		CompletableFuture<List<InetSocketAddress>> result = new CompletableFuture<>();
		if (endpoints.isEmpty()) {
			result.completeExceptionally(HostNotFoundException.noService(this.domain));
		}
		else {
			collect(resolver, endpoints.iterator(), new ArrayList<>(), result);
		}
		return result;
	}

	private void collect(DnsNameResolver resolver, Iterator<Endpoint> rest, List<InetSocketAddress> found,
			CompletableFuture<List<InetSocketAddress>> result) {
		Endpoint endpoint = rest.next();
		toStage(resolver.resolveAll(endpoint.host())).whenComplete((addresses, ex) -> {
			if (addresses != null) {
				for (InetAddress address : addresses) {
					found.add(new InetSocketAddress(address, endpoint.port()));
				}
			}
			if (rest.hasNext()) {
				collect(resolver, rest, found, result);
			}
			else if (found.isEmpty()) {
				result.completeExceptionally(new HostNotFoundException(endpoint.host(), ex));
			}
			else {
				result.complete(found);
			}
		});
	}

	private static <T> CompletableFuture<T> toStage(Future<T> future) {
		CompletableFuture<T> stage = new CompletableFuture<>();
		future.addListener((Future<T> done) -> {
			if (done.isSuccess()) {
				stage.complete(done.getNow());
			}
			else {
				stage.completeExceptionally(done.cause());
			}
		});
		return stage;
	}

}
