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

package io.github.xmppspring.stanza;

import org.jspecify.annotations.Nullable;

/**
 * Implemented by exceptions of handlers that have more to say than the condition of a
 * stanza error: an application condition (RFC 6120, 8.3.4). It is sent with the error
 * that the exception stands for; {@code undefined-condition} if it stands for none.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
public interface ApplicationConditionSource {

	/**
	 * What more there is to say.
	 * @return an object of any type that is known as a payload, an
	 * {@link io.github.xmppspring.xml.Element} among them, or {@code null} for nothing
	 */
	@Nullable Object applicationCondition();

}
