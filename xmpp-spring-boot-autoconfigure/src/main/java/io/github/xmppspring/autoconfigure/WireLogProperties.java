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

package io.github.xmppspring.autoconfigure;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration properties for the log of what passes the stream.
 *
 * @author XMPP for Spring Boot contributors
 * @since 0.1.0
 */
@ConfigurationProperties("xmpp.wire-log")
public class WireLogProperties {

	/**
	 * Whether the logger "io.github.xmppspring.wire" logs what is sent and received when
	 * its level is DEBUG.
	 */
	private boolean enabled = true;

	/**
	 * Maximum number of characters of XML in a line. The rest is left out.
	 */
	private int maxLength = 2000;

	/**
	 * Whether to show what people write to each other: bodies and subjects of messages,
	 * and the status in a presence.
	 */
	private boolean bodies;

	/**
	 * Whether to show the fields of data forms, except those that look like secrets.
	 */
	private boolean forms;

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public int getMaxLength() {
		return this.maxLength;
	}

	public void setMaxLength(int maxLength) {
		this.maxLength = maxLength;
	}

	public boolean isBodies() {
		return this.bodies;
	}

	public void setBodies(boolean bodies) {
		this.bodies = bodies;
	}

	public boolean isForms() {
		return this.forms;
	}

	public void setForms(boolean forms) {
		this.forms = forms;
	}

}
