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

/**
 * The embedded server, for development and tests: it takes streams of clients and
 * components and routes their stanzas. Stanzas flow from the session of the sender
 * through the router to other sessions, to hosted exchanges, or to the services of the
 * server itself.
 *
 * <pre>
 *     EmbeddedXmppServer      what users hold; ServerCore knows all parts, ServerLoop runs them
 *     ServerListeners         ports and connections, negotiated by negotiation.server
 *     SessionOpener           gives addresses, makes a Session of a stream, or resumes one
 *     SessionHandler, Inbox   take what the peer of a session sends
 *     Router                  to Session, HostedExchange or Service, as the Directory says:
 *                             IqRouter, MessageRouter, PresenceRouter
 *     ...Service              one for each thing that the server answers itself
 *     FaultInjection          changes on purpose what leaves a session
 * </pre>
 *
 * Everything between listeners and services belongs to one event loop and has no locks.
 */
@NullMarked
package io.github.xmppspring.server;

import org.jspecify.annotations.NullMarked;
