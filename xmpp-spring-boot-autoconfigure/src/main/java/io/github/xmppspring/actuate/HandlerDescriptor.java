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

package io.github.xmppspring.actuate;

import io.github.xmppspring.handler.IqMappingInfo;
import org.jspecify.annotations.Nullable;

/**
 * What answers requests of peers.
 *
 * @param type get or set
 * @param namespace the namespace of the payload
 * @param name the local name of the payload, {@code null} for any
 * @param handler the method or class
 * @param calls how many requests there were
 * @param errors how many of them were answered with an error, or not in time
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public record HandlerDescriptor(String type, String namespace, @Nullable String name, String handler, long calls,
		long errors) {

	static HandlerDescriptor of(IqMappingInfo info) {
		return new HandlerDescriptor(info.mapping().type().toString(), info.mapping().namespace(),
				info.mapping().name(), info.handler(), info.calls(), info.errors());
	}

}
