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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.dns.DefaultDnsRecordDecoder;
import io.netty.handler.codec.dns.DnsRawRecord;
import io.netty.handler.codec.dns.DnsRecord;

import org.springframework.util.Assert;

/**
 * A host that offers a service (RFC 2782).
 *
 * @param priority hosts with a lower number come first
 * @param weight the share of hosts with the same priority
 * @param port the TCP port
 * @param target the host, without the trailing dot; empty if the service is not offered
 * @author XMPP for Spring Boot contributors
 */
record SrvRecord(int priority, int weight, int port, String target) {

	static SrvRecord from(DnsRecord dnsRecord) {
		Assert.isInstanceOf(DnsRawRecord.class, dnsRecord);
		ByteBuf content = ((DnsRawRecord) dnsRecord).content().duplicate();
		int priority = content.readUnsignedShort();
		int weight = content.readUnsignedShort();
		int port = content.readUnsignedShort();
		String target = DefaultDnsRecordDecoder.decodeName(content);
		return new SrvRecord(priority, weight, port, target.substring(0, target.length() - 1));
	}

	/**
	 * Puts hosts in the order in which to try them: by priority, at random by weight
	 * within the same.
	 * @param records all records of a service
	 * @return the hosts; none if the domain says that it does not offer the service
	 */
	static List<Endpoint> order(List<SrvRecord> records) {
		List<SrvRecord> rest = new ArrayList<>(records);
		rest.removeIf((candidate) -> candidate.target().isEmpty() || candidate.port() == 0);
		rest.sort(Comparator.comparingInt(SrvRecord::priority).thenComparingInt(SrvRecord::weight));
		List<Endpoint> ordered = new ArrayList<>(rest.size());
		while (!rest.isEmpty()) {
			SrvRecord next = rest.remove(draw(rest));
			ordered.add(new Endpoint(next.target(), next.port()));
		}
		return ordered;
	}

	private static int draw(List<SrvRecord> sorted) {
		int priority = sorted.get(0).priority();
		List<SrvRecord> candidates = sorted.stream().filter((other) -> other.priority() == priority).toList();
		int total = candidates.stream().mapToInt(SrvRecord::weight).sum();
		int drawn = ThreadLocalRandom.current().nextInt(total + 1);
		int sum = 0;
		for (int i = 0; i < candidates.size(); i++) {
			sum += candidates.get(i).weight();
			if (sum >= drawn) {
				return i;
			}
		}
		return candidates.size() - 1;
	}

}
