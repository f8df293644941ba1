/**
 * What `npm test` says at the end, and its exit code: non-zero when a test failed, nothing ran, or the run broke off.
 * @param summary `{ passed, failed, skipped }`, null when the run never came to its end
 */
export function outcomeOf(summary, exitCode) {
  if (!summary) return { lines: ['The tests could not be run to their end.', '0 passed, 1 failed'], exitCode: 1 };
  const lines = [];
  if (summary.skipped) lines.push(`${summary.skipped} skipped`);
  if (summary.passed + summary.failed === 0) lines.push('Nothing ran: no test matches.');
  else if (exitCode !== 0 && summary.failed === 0) lines.push(`The test run ended with exit code ${exitCode}.`);
  lines.push(`${summary.passed} passed, ${summary.failed} failed`);
  const allWell = exitCode === 0 && summary.failed === 0 && summary.passed > 0;
  return { lines, exitCode: allWell ? 0 : 1 };
}
