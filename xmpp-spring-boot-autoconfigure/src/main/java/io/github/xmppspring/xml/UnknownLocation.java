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

package io.github.xmppspring.xml;

import javax.xml.stream.Location;

import org.jspecify.annotations.Nullable;

/**
 * The location of XML that was never text.
 *
 * @author XMPP for Spring Boot contributors
 */
enum UnknownLocation implements Location {

	INSTANCE;

	@Override
	public int getLineNumber() {
		return -1;
	}

	@Override
	public int getColumnNumber() {
		return -1;
	}

	@Override
	public int getCharacterOffset() {
		return -1;
	}

	@Override
	public @Nullable String getPublicId() {
		return null;
	}

	@Override
	public @Nullable String getSystemId() {
		return null;
	}

}
