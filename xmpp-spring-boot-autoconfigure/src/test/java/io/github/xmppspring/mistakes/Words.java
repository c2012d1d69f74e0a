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

package io.github.xmppspring.mistakes;

/**
 * What people are told of a mistake, without what differs from run to run.
 *
 * @param problem what is wrong
 * @param remedy what to change
 * @author XMPP for Spring Boot contributors
 */
record Words(String problem, String remedy) {

	static Words of(String problem, String remedy) {
		return new Words(clean(problem), clean(remedy));
	}

	private static String clean(String text) {
		return text.strip()
			.replaceAll(" from \"[^\"]*\" from property source \"[^\"]*\"", "")
			.replaceAll("io\\.github\\.xmppspring\\.mistakes\\.(\\w+\\$)?", "")
			.replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:5222")
			.replaceAll("(error id )\\w+", "$1")
			.replaceAll("\\s*\\R\\s*", " ");
	}

}
