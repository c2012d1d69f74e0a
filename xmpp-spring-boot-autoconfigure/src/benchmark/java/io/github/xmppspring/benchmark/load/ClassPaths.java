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

package io.github.xmppspring.benchmark.load;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The class path of each process, out of that of the build: an application has neither
 * the tests of the starter nor what it can be combined with, and Smack would take
 * Woodstox for its parser.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ClassPaths {

	private static final List<String> SMACK = List.of("smack-", "jxmpp-", "minidns-");

	/**
	 * What xmpp-spring-boot-starter depends on.
	 */
	private static final List<String> STARTER = List.of("caffeine-", "commons-logging-", "jakarta.annotation-api-",
			"jspecify-", "jul-to-slf4j-", "log4j-api-", "log4j-to-slf4j-", "logback-classic-", "logback-core-",
			"micrometer-commons-", "micrometer-observation-1", "netty-buffer-", "netty-codec-", "netty-common-",
			"netty-handler-", "netty-resolver-", "netty-transport-", "precis-", "saslprep-", "scram-common-",
			"slf4j-api-", "snakeyaml-", "spring-aop-", "spring-beans-", "spring-boot-4", "spring-boot-autoconfigure-4",
			"spring-boot-micrometer-observation-", "spring-context-", "spring-core-7", "spring-expression-",
			"spring-messaging-", "stax2-api-", "stringprep-", "woodstox-core-");

	private static final String AUTOCONFIGURE = "xmpp-spring-boot-autoconfigure";

	private final List<String> entries;

	ClassPaths(String classPath) {
		this.entries = Arrays.asList(classPath.split(File.pathSeparator));
	}

	/**
	 * Chooses what a peer needs.
	 * @param kind the peer
	 * @return a class path
	 */
	String of(PeerKind kind) {
		return switch (kind) {
			case RAW -> benchmark();
			case SMACK -> select(SMACK);
			case STARTER -> select(STARTER);
		};
	}

	/**
	 * The classes of the benchmark only.
	 * @return a class path
	 */
	String benchmark() {
		return select(List.of());
	}

	private String select(List<String> jars) {
		return this.entries.stream()
			.filter((entry) -> isSelected(Path.of(entry), jars))
			.collect(Collectors.joining(File.pathSeparator));
	}

	private static boolean isSelected(Path entry, List<String> jars) {
		if (Files.isDirectory(entry)) {
			return isBenchmark(entry) || jars.equals(STARTER);
		}
		String name = entry.getFileName().toString();
		return jars.stream().anyMatch(name::startsWith) || (jars.equals(STARTER) && name.startsWith(AUTOCONFIGURE));
	}

	private static boolean isBenchmark(Path folder) {
		return Files.exists(folder.resolve(Client.class.getName().replace('.', '/') + ".class"));
	}

}
