// Which people's way of writing numbers holds: the system's, which may differ from the window's language.

/** Undefined outside of the application's window: then the language of the program that runs decides. */
export const systemLocale: string | undefined = (globalThis as { unroll?: { locale?: string } }).unroll?.locale;
