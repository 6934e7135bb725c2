/** Apache Spark, for the test of Newsmark as a step of it. */

import { findCommand } from './commands.mjs';
import { ensureCommand, ensurePython } from './python.mjs';

const VERSION = '4.3.0';

/**
 * Installs PySpark, some 400 MB, and Java where there is none.
 * @returns {Promise<string>} The folder of its Python environment.
 */
export async function ensureSpark() {
  if (!findCommand('java')) await ensureCommand('default-jre-headless', 'Java 17 or later');
  return ensurePython(`spark-${VERSION}`, [`pyspark==${VERSION}`]);
}
