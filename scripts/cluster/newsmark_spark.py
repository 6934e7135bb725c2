"""Newsmark over any number of articles, as a step of Apache Spark.

    spark-submit newsmark_spark.py [OPTIONS] INPUT OUTPUT [OPTION OF newsmark recognize ...]

INPUT is JSON Lines of articles, {"id", "text", "published"?}: a file, a folder, or a pattern, in whatever storage Spark
reads, compressed or not. OUTPUT is a new folder; its parts, one after the other, are what `newsmark recognize
--error-lines -` prints for the same lines on one machine, to the byte. See README.md beside this file.
"""

import argparse
import os
import subprocess
import tempfile
import threading
import time

from pyspark import SparkFiles
from pyspark.sql import SparkSession


class Feeder(threading.Thread):
    """Gives a process its input, while another thread reads what it prints: neither waits for the other."""

    def __init__(self, lines, stream):
        super().__init__(daemon=True)
        self._lines = lines
        self._stream = stream
        self.error = None

    def run(self):
        try:
            with self._stream as stream:
                for line in self._lines:
                    stream.write(line.encode("utf-8") + b"\n")
        except BrokenPipeError:
            # The process ended before its input did; its exit status says why.
            pass
        except BaseException as error:
            # Raised again by the thread that is asked for the result.
            self.error = error


def recognized(lines, node, program, options):
    """Yields what Newsmark says of lines of JSON, a line for each, in their order; both are streams.

    An article that can't be read gives a line {"id", "error"}. A process that does not end well fails the task, which
    Spark then tries again, elsewhere if need be.
    """
    command = [node, SparkFiles.get(program), "recognize", "--error-lines", *options, "-"]
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors)
        feeder = Feeder(lines, process.stdin)
        feeder.start()
        try:
            for line in process.stdout:
                yield line.rstrip(b"\n").decode("utf-8")
            status = process.wait()
            feeder.join()
            if feeder.error is not None:
                raise feeder.error
            if status != 0:
                errors.seek(max(0, errors.seek(0, os.SEEK_END) - 4000))
                said = errors.read().decode("utf-8", "replace").strip()
                raise RuntimeError(f"newsmark ended with {status}: {said}")
        finally:
            # Where the task was given up half-way, it is still running.
            process.kill()
            process.wait()


def main():
    parser = argparse.ArgumentParser(usage="spark-submit newsmark_spark.py [OPTIONS] INPUT OUTPUT [RECOGNIZE OPTION ...]")
    parser.add_argument("--program", default="newsmark.cjs", help="the command line, one file (default: newsmark.cjs)")
    parser.add_argument("--node", default="node", help="Node.js 20 or later on each worker (default: node)")
    parser.add_argument("--partitions", type=int, default=0, help="into how many tasks the input is cut, at least")
    parser.add_argument("input")
    parser.add_argument("output")
    parser.add_argument("options", nargs=argparse.REMAINDER, help="such as --text or --labels figures")
    given = parser.parse_args()

    spark = SparkSession.builder.appName("newsmark").getOrCreate()
    context = spark.sparkContext
    # To every worker, before its first task.
    context.addFile(given.program)
    program = os.path.basename(given.program)
    started = time.monotonic()
    node, options = given.node, given.options
    lines = context.textFile(given.input, given.partitions or None)
    lines.mapPartitions(lambda part: recognized(part, node, program, options)).saveAsTextFile(given.output)
    print(f"newsmark: {lines.getNumPartitions()} parts in {time.monotonic() - started:.1f} s")
    spark.stop()


if __name__ == "__main__":
    main()
