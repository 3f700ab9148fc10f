// A reporter of node:test that writes the counts of the whole run as one line of JSON, beside what people read.
export default async function* countTests(source) {
  for await (const event of source) {
    if (event.type === 'test:summary' && event.data.file === undefined) yield `${JSON.stringify(event.data.counts)}\n`;
  }
}
