/**
 * Starts GraphiQL with the examples as its tabs; returning visitors find their own. An operation in the address stands in a tab before
 * them; it is not run. It reaches the page as a value of the address and never as part of its text.
 */
export const START_SCRIPT = `'use strict';
const { createElement, useState } = React;

function asked() {
  const search = new URLSearchParams(location.search);
  const query = search.get('query');
  if (!query) return undefined;
  return { query, variables: indented(search.get('variables')), operationName: search.get('operationName') || undefined };
}

function indented(text) {
  try {
    return text ? JSON.stringify(JSON.parse(text), null, 2) : undefined;
  } catch {
    return text;
  }
}

function Explorer({ asked, examples }) {
  const [query, setQuery] = useState(asked?.query);
  const tab = asked && { query: asked.query, variables: asked.variables };
  return createElement(GraphiQL, {
    fetcher,
    query: asked?.query,
    variables: asked?.variables,
    // The name in the address chooses an operation as long as its text is shown, and none of another tab.
    operationName: query === asked?.query ? asked?.operationName : undefined,
    onTabChange: ({ tabs, activeTabIndex }) => setQuery(tabs[activeTabIndex]?.query),
    defaultTabs: tab ? [tab, ...examples] : examples,
    defaultEditorToolsVisibility: asked?.variables ? 'variables' : true,
    shouldPersistHeaders: false,
  });
}

const fetcher = GraphiQL.createFetcher({ url: '/graphql' });

fetch('/graphiql/examples.json')
  .then((response) => response.json())
  .catch(() => [])
  .then((examples) => {
    const root = ReactDOM.createRoot(document.getElementById('graphiql'));
    root.render(createElement(Explorer, { asked: asked(), examples }));
  });
`;
