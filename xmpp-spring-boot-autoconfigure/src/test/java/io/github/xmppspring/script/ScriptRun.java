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

package io.github.xmppspring.script;

import java.util.List;

/**
 * What happened in a script.
 *
 * @param skipped what was left out as the application has no such thing
 * @param trace the stanzas that came from the application, and the outcomes of its calls
 * @author XMPP for Spring Boot contributors
 */
record ScriptRun(List<String> skipped, List<String> trace) {

	String remark(boolean traced) {
		String skipped = this.skipped.isEmpty() ? "" : "skipped " + String.join(", ", this.skipped) + ' ';
		return traced ? skipped + String.join(", ", this.trace) : skipped;
	}

}
