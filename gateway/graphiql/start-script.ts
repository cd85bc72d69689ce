/**
 * Starts GraphiQL with the examples as its tabs. Returning visitors find their own tabs. An operation in the address gets a tab in front
 * of them and is not run. The page reads it as a value from the address; it is never part of the text of the page.
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
    // The name in the address selects an operation only while its text is shown, and never one of another tab.
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
