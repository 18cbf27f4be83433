/**
 * Stands before the text of a plugin, in its first line, so that lines are counted as its author counts them. What the
 * text does to it spoils nothing but its own result: that is judged outside, as data.
 */
const before = `const [definePlugin, petalPlugin] = (() => {
  const given = [];
  const find = (name) => given[0].steps.find((step) => step.name === name);
  class Exit { constructor(name, update) { this.name = name; this.update = update } }
  const exit = (name, update) => new Exit(name, update);
  return [
    (plugin) => { given.push(plugin) },
    {
      describe() {
        if (given.length !== 1) return given.length;
        if (typeof given[0] !== 'object' || given[0] === null) return null;
        const { steps, ...rest } = given[0];
        if (!Array.isArray(steps)) return { ...rest, steps };
        return { ...rest, steps: steps.map((step) => {
          if (typeof step !== 'object' || step === null) return step;
          const { run, ...data } = step;
          return { ...data, runs: typeof run === 'function' };
        }) }
      },
      async run({ step, state, config }) {
        const result = await find(step).run(state, { config, exit });
        if (result instanceof Exit) return { exit: result.name, update: result.update };
        return { update: result };
      },
    },
  ];
})();`.replaceAll(/\n\s*/g, ' ')

/** Code for the sandbox that gives what a plugin says about itself, or how often it called `definePlugin`. */
export function describeCode(text: string): string {
  return `${before}${text}\n;return petalPlugin.describe()`
}

/** Code for the sandbox that runs a step of a plugin: `petalCall` in its scope says which, and with what. */
export function callCode(text: string): string {
  return `${before}${text}\n;return petalPlugin.run(petalCall)`
}
