let reads = 0;

/** Counts a read of the core while it is under way. */
export async function counted<T>(read: Promise<T>): Promise<T> {
  reads++;
  try {
    return await read;
  } finally {
    reads--;
  }
}

/** Waits until nothing is being read and what was read has been painted. */
export async function settled(): Promise<void> {
  do {
    await frame();
    await frame();
  } while (reads > 0);
}

/** A window that is not shown yet paints no frames; then time has to do. */
function frame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 100);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
