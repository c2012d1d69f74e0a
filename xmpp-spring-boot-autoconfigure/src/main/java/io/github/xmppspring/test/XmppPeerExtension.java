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

package io.github.xmppspring.test;

import java.lang.reflect.Parameter;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Logs in a peer for each parameter of that type, and closes it when what has the
 * parameter is over: a test method, or for those of {@code @BeforeAll} the test class.
 * Tests that run at the same time so do not take each other's peers away.
 *
 * @author XMPP for Spring Boot contributors
 */
final class XmppPeerExtension implements ParameterResolver, AfterEachCallback {

	private static final Namespace NAMESPACE = Namespace.create(XmppPeerExtension.class);

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == XmppPeer.class;
	}

	@Override
	public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
		return ExtensionContextScope.TEST_METHOD;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		XmppPeers peers = peers(context).getIfAvailable();
		if (peers == null) {
			throw new ParameterResolutionException(
					"There is no application for a peer to talk to: the context of the test has no XmppConnection");
		}
		XmppPeer peer = peers.loginForCaller(name(parameter));
		context.getStore(NAMESPACE).put(peer, peer);
		return peer;
	}

	private static String name(ParameterContext context) {
		Parameter parameter = context.getParameter();
		return parameter.isNamePresent() ? parameter.getName() : "peer" + context.getIndex();
	}

	@Override
	public void afterEach(ExtensionContext context) {
		peers(context).ifAvailable(XmppPeers::close);
	}

	private static ObjectProvider<XmppPeers> peers(ExtensionContext context) {
		return SpringExtension.getApplicationContext(context).getBeanProvider(XmppPeers.class);
	}

}
