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

package io.github.xmppspring.server;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.xmppspring.address.Jid;
import io.github.xmppspring.codec.XmppPipeline;
import io.github.xmppspring.sasl.SaslErrorCondition;
import io.github.xmppspring.stream.StreamError;
import io.github.xmppspring.stream.StreamErrorCondition;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Lets things go wrong on purpose, so that tests see what an application makes of it.
 * Each fault has a target: a full JID for one session, a bare JID for all sessions of the
 * account, the domain of a component for that.
 * <p>
 * {@link #dropConnection}, {@link #stall} and {@link #endStream} act on the connections
 * that the target has now, at once: when they return it has happened on the side of the
 * server. The other faults last, also for sessions to come, until they are used up or
 * {@linkplain #clear() cleared}. Without faults nothing of this costs anything.
 * <p>
 * Safe for use by several threads.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public final class FaultInjection {

	private final Map<Jid, FaultRules> rules = new LinkedHashMap<>();

	private final Set<Stall> stalls = new LinkedHashSet<>();

	private final ServerLoop loop;

	private final Directory directory;

	private @Nullable SaslErrorCondition refusal;

	private int refusals;

	FaultInjection(ServerLoop loop, Directory directory) {
		this.loop = loop;
		this.directory = directory;
	}

	/**
	 * Ends connections without a word: no end of the stream, no stream error.
	 * @param target whose connections
	 * @param how how TCP ends them
	 * @return how many there were
	 */
	public int dropConnection(Jid target, Drop how) {
		Assert.notNull(how, "'how' must not be null");
		return this.loop.call(() -> {
			List<Channel> channels = channels(target);
			for (Channel channel : channels) {
				if (how == Drop.RESET) {
					channel.config().setOption(ChannelOption.SO_LINGER, 0);
				}
				channel.unsafe().close(channel.voidPromise());
			}
			return channels.size();
		});
	}

	/**
	 * Lets connections stand still: nothing is read from them and nothing is written to
	 * them, while they stay open.
	 * @param target whose connections
	 * @return lets them go on when it is closed
	 */
	public Stall stall(Jid target) {
		return this.loop.call(() -> {
			Map<Channel, StallHandler> handlers = new LinkedHashMap<>();
			channels(target).forEach((channel) -> handlers.put(channel, StallHandler.stall(channel)));
			Stall stall = new Stall() {

				@Override
				public void close() {
					FaultInjection.this.loop.run(() -> {
						FaultInjection.this.stalls.remove(this);
						handlers.forEach((channel, handler) -> handler.release(channel));
						handlers.clear();
					});
				}

			};
			this.stalls.add(stall);
			return stall;
		});
	}

	/**
	 * Delays acknowledgements of received stanzas (XEP-0198).
	 * @param target whose stanzas are acknowledged late
	 * @param delay by how much, zero to end this fault
	 */
	public void delayAcknowledgements(Jid target, Duration delay) {
		arm(target, (rules) -> rules.acknowledgementDelayMillis(delay.toMillis()));
	}

	/**
	 * Delivers the next stanza to the target twice.
	 * @param target who gets it
	 */
	public void duplicateNext(Jid target) {
		arm(target, FaultRules::duplicate);
	}

	/**
	 * Delays responses to requests of the target. Everything else may overtake them.
	 * @param target who gets them late
	 * @param delay by how much, zero to end this fault
	 */
	public void delayReplies(Jid target, Duration delay) {
		arm(target, (rules) -> rules.replyDelayMillis(delay.toMillis()));
	}

	/**
	 * Delivers the next response to a request of the target as if it came from someone
	 * else. The true response does not come any more.
	 * @param target who gets it
	 * @param from who seems to have answered
	 */
	public void spoofNextReply(Jid target, Jid from) {
		arm(target, (rules) -> rules.spoof(from));
	}

	/**
	 * Ends streams with a stream error, as RFC 6120, 4.9 says.
	 * @param target whose streams
	 * @param condition the condition of the error
	 * @return how many there were
	 */
	public int endStream(Jid target, StreamErrorCondition condition) {
		return this.loop.call(() -> {
			List<Session> sessions = sessions(target).stream().filter((session) -> session.channel() != null).toList();
			sessions.forEach((session) -> session.end(StreamError.of(condition), "The fault was asked for"));
			return sessions.size();
		});
	}

	/**
	 * Refuses every attempt of clients to authenticate.
	 * @param condition the condition of the SASL failure (RFC 6120, 6.5)
	 */
	public void refuseAuthentication(SaslErrorCondition condition) {
		refuseAuthentication(condition, Integer.MAX_VALUE);
	}

	/**
	 * Refuses the next attempts of clients to authenticate.
	 * @param condition the condition of the SASL failure (RFC 6120, 6.5)
	 * @param times how many attempts
	 */
	public void refuseAuthentication(SaslErrorCondition condition, int times) {
		this.loop.run(() -> {
			this.refusal = condition;
			this.refusals = times;
		});
	}

	/**
	 * Ends all faults, and lets stalled connections go on.
	 */
	public void clear() {
		this.loop.run(() -> {
			this.rules.clear();
			this.refusals = 0;
			this.directory.sessions().all().forEach(this::unarm);
			this.directory.entities().all(Session.class).forEach(this::unarm);
			releaseStalls();
		});
	}

	/**
	 * Lets stalled connections go on. Belongs to the event loop.
	 */
	void releaseStalls() {
		List.copyOf(this.stalls).forEach(Stall::close);
	}

	/**
	 * Why an attempt to authenticate is refused. Belongs to the event loop.
	 * @return the condition, or {@code null} to let it be
	 */
	@Nullable SaslErrorCondition takeRefusal() {
		if (this.refusals <= 0) {
			return null;
		}
		this.refusals--;
		return this.refusal;
	}

	/**
	 * Puts the faults of a new session in place. Belongs to the event loop.
	 * @param session the session
	 */
	void opened(Session session) {
		if (!this.rules.isEmpty()) {
			arm(session);
		}
	}

	private void arm(Jid target, Consumer<FaultRules> fault) {
		Assert.notNull(target, "'target' must not be null");
		this.loop.run(() -> {
			fault.accept(this.rules.computeIfAbsent(target, (jid) -> new FaultRules()));
			sessions(target).forEach(this::arm);
		});
	}

	private void arm(Session session) {
		Channel channel = session.channel();
		List<FaultRules> rules = Stream.of(session.address(), session.address().bare())
			.distinct()
			.map(this.rules::get)
			.filter(Objects::nonNull)
			.toList();
		if (channel != null && !rules.isEmpty()) {
			unarm(session);
			ChannelPipeline pipeline = channel.pipeline();
			pipeline.addAfter(XmppPipeline.IQ_CODEC, StanzaFaultHandler.NAME, new StanzaFaultHandler(rules, session));
			pipeline.addAfter(XmppPipeline.ENCODER, AcknowledgementFaultHandler.NAME,
					new AcknowledgementFaultHandler(rules));
		}
	}

	private void unarm(Session session) {
		Channel channel = session.channel();
		if (channel != null && channel.pipeline().get(StanzaFaultHandler.NAME) != null) {
			channel.pipeline().remove(StanzaFaultHandler.NAME);
			channel.pipeline().remove(AcknowledgementFaultHandler.NAME);
		}
	}

	private List<Channel> channels(Jid target) {
		return sessions(target).stream().map(Session::channel).filter(Objects::nonNull).toList();
	}

	private List<Session> sessions(Jid target) {
		Recipient recipient = this.directory.entities().at(target);
		if (recipient == null && target.isFull()) {
			recipient = this.directory.sessions().find(target);
		}
		if (recipient != null) {
			return (recipient instanceof Session session) ? List.of(session) : List.of();
		}
		return List.copyOf(this.directory.sessions().of(target));
	}

	/**
	 * The ways in which a TCP connection ends without the stream being closed.
	 */
	public enum Drop {

		/**
		 * Closes the connection in order (FIN).
		 */
		CLOSE,

		/**
		 * Resets the connection (RST); what was not sent yet is lost.
		 */
		RESET

	}

}
