// Tells every tool that reads Svelte which Svelte this is: version 5, runes only.
export default {
  compilerOptions: { runes: true },
};
