import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { PAGE_STYLE } from '../../gateway/graphiql/page-style.js';
import { START_SCRIPT } from '../../gateway/graphiql/start-script.js';

const EXAMPLES = [{ query: '{ sectors { name } }' }];

interface Tab {
  query: string;
  variables?: string;
}

interface Props extends Tab {
  operationName?: string;
  defaultTabs: Tab[];
  onTabChange(state: { tabs: Tab[]; activeTabIndex: number }): void;
}

/** What the page shows at an address: the props of GraphiQL, as they are after each change. */
async function opened(search: string): Promise<() => Props> {
  let state: unknown;
  return new Promise((resolve) => {
    const React = {
      createElement: (type: unknown, props: object) => ({ type, props }),
      useState: (initial: unknown) => {
        state ??= initial;
        const setState = (next: unknown) => {
          state = next;
        };
        return [state, setState];
      },
    };
    interface Element {
      type: (props: object) => { props: Props };
      props: object;
    }
    const render = ({ type, props }: Element) => resolve(() => type(props).props);
    runInNewContext(START_SCRIPT, {
      location: { search },
      document: { getElementById: () => null },
      fetch: async () => ({ json: async () => EXAMPLES }),
      React,
      ReactDOM: { createRoot: () => ({ render }) },
      GraphiQL: { createFetcher: () => async () => ({}) },
      URLSearchParams,
    });
  });
}

/** As plain values of this realm. */
function plain(props: () => Props) {
  const { query, variables, operationName, defaultTabs } = props();
  return JSON.parse(JSON.stringify({ query, variables, operationName, defaultTabs }));
}

test('the page opens with the examples', async () => {
  expect(plain(await opened(''))).toEqual({ defaultTabs: EXAMPLES });
});

test('an operation in the address stands in a tab before them, with its variables and its name', async () => {
  const query = 'query A($n: Int) { a(n: $n) } query B { b }';
  const search = `?${new URLSearchParams({ query, variables: '{"n":1}', operationName: 'A' })}`;
  const variables = '{\n  "n": 1\n}';
  expect(plain(await opened(search))).toEqual({
    query,
    variables,
    operationName: 'A',
    defaultTabs: [{ query, variables }, ...EXAMPLES],
  });
});

test('the name in the address is that of no other tab', async () => {
  const props = await opened(`?${new URLSearchParams({ query: '{ a }', operationName: 'A' })}`);
  const tabs = [{ query: '{ a }' }, { query: '{ b }' }];
  expect(props().operationName).toBe('A');
  props().onTabChange({ tabs, activeTabIndex: 1 });
  expect(props().operationName).toBeUndefined();
  props().onTabChange({ tabs, activeTabIndex: 0 });
  expect(props().operationName).toBe('A');
});

test.each([
  '</script><script>alert(1)</script>',
  '"\'`;alert(1)//',
  '{ a } # \u2028 \0 日本',
  '%3Cimg src=x onerror=alert(1)%3E',
])('whatever is asked is a value and no part of the page: %s', async (query) => {
  const { query: shown, variables } = plain(await opened(`?${new URLSearchParams({ query, variables: query })}`));
  expect([shown, variables]).toEqual([query, query]);
});

test.each(['?query=', '?variables=%7B%7D', '?operationName=A'])('%s asks nothing', async (search) => {
  expect(plain(await opened(search))).toEqual({ defaultTabs: EXAMPLES });
});

test('on a phone the panes stand one below the other', () => {
  const [, phone = ''] = PAGE_STYLE.split('@media (max-width: 700px)');
  expect(phone).toMatch(/\.graphiql-session \{[^}]*flex-direction: column/);
  expect(phone).toMatch(/\.graphiql-main \{[^}]*flex-direction: column/);
});
