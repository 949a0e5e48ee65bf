import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A browser that keeps cookies by origin and follows nothing by itself. */
export class Jar {
  private readonly cookies = new Map<string, Map<string, string>>();

  header(url: string): string {
    return [...(this.cookies.get(new URL(url).origin) ?? [])]
      .map(([name, value]) => `${name}=${value}`)
      .join('; ');
  }

  take(url: string, lines: readonly string[]): void {
    const { origin } = new URL(url);
    const own = this.cookies.get(origin) ?? new Map<string, string>();
    for (const line of lines) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) own.delete(name!);
      else own.set(name!, value!);
    }
    this.cookies.set(origin, own);
  }
}

export interface OidcProvider {
  issuer: string;
  /** Walks through the provider's login as `subject`, from the address asked for to the one it sends back to. */
  vouch(address: string, subject: string): Promise<string>;
  stop(): void;
}

/** Starts a real provider that knows one client, `hindcast`, and sends people back to `callback`. */
export async function startOidcProvider(callback: string): Promise<OidcProvider> {
  const child: ChildProcess = spawn(
    process.execPath,
    [join(import.meta.dirname, 'native/oidc-provider.mjs'), callback],
    {
      stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
      env: { ...process.env, NODE_OPTIONS: '' },
    },
  );
  const [line] = (await once(child.stdout!, 'data')) as [Buffer];
  return {
    issuer: String(line).trim(),
    vouch: (address, subject) => vouch(address, subject, callback),
    stop: () => void child.kill(),
  };
}

async function vouch(start: string, subject: string, callback: string): Promise<string> {
  const jar = new Jar();
  const ask = async (url: string, form?: Record<string, string>): Promise<Response> => {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: jar.header(url) },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    jar.take(url, answer.headers.getSetCookie());
    return answer;
  };
  let url = start;
  let answer = await ask(url);
  for (let step = 0; step < 20; step += 1) {
    const location = answer.headers.get('location');
    if (location !== null) {
      url = new URL(location, url).href;
      if (url.startsWith(callback)) return url;
      answer = await ask(url);
      continue;
    }
    const page = await answer.text();
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    const action = /action="([^"]+)"/.exec(page)?.[1];
    if (!prompt || !action) throw new Error(`The provider asks for something else: ${page.slice(0, 500)}`);
    answer = await ask(new URL(action, url).href, {
      prompt,
      ...(prompt === 'login' && { login: subject, password: 'x' }),
    });
  }
  throw new Error('The provider sends people round in circles.');
}
