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

package io.github.xmppspring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Publishes what tests found out beyond passed and failed: on the console, and as a file
 * in the build directory of the module.
 *
 * @author XMPP for Spring Boot contributors
 */
public final class TestReport {

	private TestReport() {
	}

	/**
	 * Print a text and write it to a file, which replaces that of earlier runs.
	 * @param file the name of the file
	 * @param text the text
	 */
	public static void publish(String file, String text) {
		System.out.println(text);
		Path target = Path.of(System.getProperty("basedir", ""), "target");
		try {
			Files.createDirectories(target);
			Files.writeString(target.resolve(file), text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
