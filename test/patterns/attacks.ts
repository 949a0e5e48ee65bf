import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';

/** A text that a pattern may choke on: `before`, then `pump` over and over, then `end`. */
export interface Attack {
  before: string;
  pump: string;
  end: string;
}

const LETTERS = [...'a A0senéЖ日1.-\',(/#<\n\t%["_\u0301\\:|*=;&~+>!?'];
const MOST_PER_PATTERN = 16;

/**
 * Texts made of the repeated parts of a pattern, each with ends that make it fail late; none for a pattern that repeats
 * nothing ten times: it looks at a few characters at each place.
 */
export function attacksOn({ source, flags }: RegExp): Attack[] {
  const of = new Fragments(flags);
  const mode = { unicode: flags.includes('u'), unicodeSets: flags.includes('v') };
  const pattern = new RegExpParser().parsePattern(source, 0, source.length, mode);
  const pumps = new Map<string, { before: string; pump: string; ends: string[] }>();
  const add = (before: string, pump: string, ends: string[]) => {
    const key = JSON.stringify([before, pump]);
    if (pump !== '' && !pumps.has(key)) pumps.set(key, { before, pump, ends });
  };
  visitRegExpAST(pattern, {
    onQuantifierEnter(node) {
      if (node.max < 10) return;
      const before = of.before(node);
      const ends = of.strangersTo(node.element);
      const parts = of.samples(node.element, 4);
      for (const part of parts) {
        add('', part, ends);
        add('', before + part, ends);
      }
      add(before, parts[0] ?? '', ends);
      add(before, parts.join(''), ends);
    },
  });
  if (pumps.size === 0) return [];
  for (const alternative of pattern.alternatives)
    for (const whole of of.samples(alternative, 3)) {
      add('', whole, []);
      add('', whole.slice(0, -1), []);
      add('', `${whole} `, []);
    }
  return [...pumps.values()]
    .slice(0, MOST_PER_PATTERN)
    .flatMap(({ before, pump, ends }) =>
      ['\u0001', '!\n', ...ends].map((end): Attack => ({ before, pump, end })),
    );
}

/** Texts that parts of a pattern match. Assertions and backreferences are taken to be empty. */
class Fragments {
  private readonly known = new Map<string, string[]>();

  constructor(private readonly flags: string) {}

  /** Letters that one character of a pattern takes. */
  private takes(node: AST.Element): string[] {
    let found = this.known.get(node.raw);
    if (found === undefined) {
      const one = new RegExp(`^(?:${node.raw})$`, this.flags.replace(/[dgy]/g, ''));
      found = LETTERS.filter((letter) => one.test(letter));
      for (let code = 1; found.length === 0 && code < 0x3100; code += 1)
        if (one.test(String.fromCharCode(code))) found = [String.fromCharCode(code)];
      this.known.set(node.raw, found);
    }
    return found;
  }

  /** Letters at which a repetition has to stop. */
  strangersTo(node: AST.Element): string[] {
    if (!isCharacter(node)) return [];
    const taken = this.takes(node);
    return LETTERS.filter((letter) => !taken.includes(letter)).slice(0, 1);
  }

  samples(node: AST.Element | AST.Alternative, most: number): string[] {
    switch (node.type) {
      case 'Character':
        return [String.fromCodePoint(node.value)];
      case 'CharacterSet':
      case 'CharacterClass':
      case 'ExpressionCharacterClass':
        return this.takes(node).slice(0, most);
      case 'Group':
      case 'CapturingGroup':
        return node.alternatives.flatMap((one) => this.samples(one, most)).slice(0, most * 2);
      case 'Quantifier': {
        const parts = this.samples(node.element, most);
        return node.min === 0 ? ['', ...parts] : parts.map((part) => part.repeat(Math.min(node.min, 50)));
      }
      case 'Alternative': {
        const parts = node.elements.map((element) => this.samples(element, most));
        return Array.from({ length: most }, (_, i) =>
          parts.map((some) => some[i % some.length] ?? '').join(''),
        );
      }
      case 'Assertion':
      case 'Backreference':
        return [''];
    }
  }

  private least(node: AST.Element | AST.Alternative): string {
    if (node.type === 'Quantifier')
      return node.min === 0 ? '' : this.least(node.element).repeat(Math.min(node.min, 50));
    if (node.type === 'Alternative') return node.elements.map((one) => this.least(one)).join('');
    if (node.type === 'Group' || node.type === 'CapturingGroup') return this.least(node.alternatives[0]!);
    return this.samples(node, 1)[0] ?? '';
  }

  /** The shortest text that leads to a part of a pattern. */
  before(node: AST.Quantifier): string {
    let text = '';
    for (let at: AST.Node = node; at.parent; at = at.parent)
      if (at.parent.type === 'Alternative')
        text =
          at.parent.elements
            .slice(0, at.parent.elements.indexOf(at as AST.Element))
            .map((one) => this.least(one))
            .join('') + text;
    return text;
  }
}

const isCharacter = (node: AST.Element): boolean =>
  ['Character', 'CharacterSet', 'CharacterClass', 'ExpressionCharacterClass'].includes(node.type);
