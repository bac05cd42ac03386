import { ExitCode, UsageError, type Command } from "../command-line/command.js";
import { parseArguments } from "../command-line/parse-arguments.js";
import { measureFile, type Measurement } from "../measure/measure-file.js";
import { measurementTable } from "../measure/measurement-table.js";
import { ProgressBar } from "../terminal/progress-bar.js";
import { WavError } from "../wav/wav-format.js";

export const measure: Command = {
  summary: "loudness, peaks and clips of WAV files",
  help: `headroom measure IN.wav… [--json]

Loudness (ITU-R BS.1770-5, EBU R 128: integrated, the highest momentary and short-term, range), true peak, sample peak,
RMS and clipped samples of WAV files: 8, 16, 24 or 32-bit integers, 32 or 64-bit floating point, RIFF or RF64.

  --json   a JSON array with one object a file; a level that is not there, as in silence, is null

Exit code: 0, or 1 where a file could not be measured.
`,
  async run(args, { out, err }) {
    const { values, positionals: files } = parseArguments(args, { json: { type: "boolean", default: false } });
    if (files.length === 0) throw new UsageError("measure needs at least one WAV file.");
    const measurements: Measurement[] = [];
    for (const file of files) {
      const bar = new ProgressBar(err, file);
      try {
        const onProgress = err.isTTY ? (done: number) => bar.update(done) : undefined;
        measurements.push(measureFile(file, { ...(onProgress && { onProgress }), onWarning: (sentence) => err.write(`${sentence}\n`) }));
      } catch (error) {
        if (!(error instanceof WavError)) throw error;
        err.write(`${error.message}\n`);
      } finally {
        bar.close();
      }
    }
    if (values.json) out.write(`${JSON.stringify(measurements, null, 2)}\n`);
    else if (measurements.length > 0) out.write(`${measurementTable(measurements)}\n`);
    return measurements.length === files.length ? ExitCode.done : ExitCode.failed;
  },
};
