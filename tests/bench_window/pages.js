// Reads pages of one question, spread over all its rows, and gives how long each took in milliseconds; each is read once
// before, so that none waits for the disk.
const [request, pages, done] = arguments;
const ask = (offset) => window.__TAURI_INTERNALS__.invoke("queue", { request: { ...request, offset } });

(async () => {
  const { total } = await ask(0);
  const last = Math.max(0, Math.ceil(total / 100) - 1);
  const times = [];
  for (let page = 0; page < pages; page++) {
    const offset = 100 * Math.round((last * page) / (pages - 1));
    await ask(offset);
    const begun = performance.now();
    await ask(offset);
    times.push(performance.now() - begun);
  }
  return times;
})().then(done, (problem) => done(String(problem)));
