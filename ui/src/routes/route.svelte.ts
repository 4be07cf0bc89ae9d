import { readPlace, writePlace, type Page, type Place } from "./place";

/** Where the window is. The address is the truth; this follows it. */
class Route {
  place = $state.raw<Place>(readPlace(location.hash));

  /** Follows the address until it is stopped. */
  follow(): () => void {
    const read = () => (this.place = readPlace(location.hash));
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }

  /** Goes to a screen. */
  go(page: Page, part = "", params: Record<string, string> = {}): void {
    this.#move(writePlace({ page, part, params }), false);
  }

  /** Changes parameters of the screen; nothing or an empty text takes one away. */
  change(params: Record<string, string | null>, options: { replace?: boolean } = {}): void {
    const merged = { ...this.place.params };
    for (const [name, value] of Object.entries(params)) merged[name] = value ?? "";
    this.#move(writePlace({ ...this.place, params: merged }), options.replace ?? false);
  }

  /** Goes back, or where it says, by custom to the queue, if nothing lies behind. */
  back(otherwise: () => void = () => this.go("queue", "open")): void {
    if (history.length > 1) history.back();
    else otherwise();
  }

  /** A parameter of the screen; empty where it is not given. */
  param(name: string): string {
    return this.place.params[name] ?? "";
  }

  #move(hash: string, replace: boolean): void {
    if (replace) history.replaceState(null, "", hash);
    else history.pushState(null, "", hash);
    this.place = readPlace(hash);
  }
}

/** The route of the window. */
export const route = new Route();
