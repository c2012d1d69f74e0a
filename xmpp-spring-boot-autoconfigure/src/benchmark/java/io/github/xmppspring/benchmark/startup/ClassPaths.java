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

package io.github.xmppspring.benchmark.startup;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.github.xmppspring.connection.XmppConnection;

/**
 * The class paths of the two applications, cut out of the one of this process, which has
 * the libraries of the tests as well.
 *
 * @author XMPP for Spring Boot contributors
 */
final class ClassPaths {

	/**
	 * What {@code spring-boot-starter} brings along.
	 */
	private static final Pattern EMPTY = Pattern.compile("(spring-boot|spring-boot-autoconfigure|spring-boot-starter|"
			+ "spring-boot-starter-logging|spring-(aop|beans|context|core|expression)|micrometer-(commons|observation)|"
			+ "commons-logging|jspecify|logback-(classic|core)|log4j-to-slf4j|log4j-api|jul-to-slf4j|slf4j-api|"
			+ "jakarta.annotation-api|snakeyaml)-\\d.*\\.jar");

	/**
	 * What {@code xmpp-spring-boot-starter} brings along beyond that, itself apart.
	 */
	private static final Pattern MORE = Pattern
		.compile("(spring-messaging-|netty-|bcpkix-|bcutil-|bcprov-|woodstox-core-|stax2-api-|caffeine-|"
				+ "error_prone_annotations-|scram-common-|saslprep-|stringprep-|precis-).*\\.jar");

	private ClassPaths() {
	}

	/**
	 * The class path without the starter.
	 * @return the class path
	 */
	static String empty() {
		return String.join(File.pathSeparator, paths(EMPTY));
	}

	/**
	 * The class path with the starter.
	 * @return the class path
	 */
	static String starter() {
		List<String> paths = paths(EMPTY);
		paths.add(location(XmppConnection.class));
		paths.addAll(libraries(MORE));
		return String.join(File.pathSeparator, paths);
	}

	private static List<String> paths(Pattern libraries) {
		List<String> paths = new ArrayList<>();
		paths.add(location(StartedApplication.class));
		paths.addAll(libraries(libraries));
		return paths;
	}

	private static List<String> libraries(Pattern names) {
		List<String> found = new ArrayList<>();
		for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
			if (names.matcher(String.valueOf(Path.of(path).getFileName())).matches()) {
				found.add(path);
			}
		}
		return found;
	}

	private static String location(Class<?> type) {
		CodeSource source = type.getProtectionDomain().getCodeSource();
		try {
			return Path.of(source.getLocation().toURI()).toString();
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
