export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const known = new Map();

/** A class name that means nothing and is another one in the next load. */
export function hashed(name) {
  if (!known.has(name)) known.set(name, `_${Math.random().toString(36).slice(2, 10)}`);
  return known.get(name);
}
