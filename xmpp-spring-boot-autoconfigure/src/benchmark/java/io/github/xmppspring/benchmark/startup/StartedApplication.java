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

import java.lang.management.ManagementFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The empty application, and the process in which it starts. It refers to nothing of the
 * starter, which may be missing.
 *
 * @author XMPP for Spring Boot contributors
 */
@SpringBootApplication
public class StartedApplication {

	static final String RESULT = "started: ";

	/**
	 * Starts the application, and says what it took: CPU time of the process in
	 * nanoseconds, number of loaded classes, and bytes on the heap after a collection.
	 * @param arguments of the application
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(StartedApplication.class, arguments);
		long cpu = ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
		long classes = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
		System.out.println(RESULT + cpu + " " + classes + " " + heap());
		System.exit(0);
	}

	private static long heap() {
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

}
